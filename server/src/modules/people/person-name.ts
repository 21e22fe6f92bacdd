import { foldedWords } from './folding.ts';
import { nameKey } from './search/words.ts';
import { visibleLine } from './visible-text.ts';

/** A name as it is stored. */
export interface PersonName {
  name: string;
  /** A problem that could not be corrected; the message is for the source of the name. */
  warning?: string;
}

/** Letters of Cyrillic, Greek and Armenian that look like a Latin one, each followed by it. */
const LOOKALIKES = 'аa сc еe һh іi јj оo рp ѕs уy хx ԁd ԛq ԝw ѵv ӏl ёë їï АA ВB ЕE ЅS ІI ЈJ КK МM НH ОO РP СC ТT УY ХX ѴV ԚQ ԜW ЁË ЇÏ ӀI αa ιi κk νv οo ρp υu χx ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX օo սu հh ՕO ՍU'; // prettier-ignore

const toLatin = new Map(LOOKALIKES.split(' ').map((pair) => [pair[0]!, pair[1]!]));
const toCyrillic = new Map(
  [...toLatin].filter(([letter]) => /\p{Script=Cyrillic}/u.test(letter)).map(([a, b]) => [b, a]),
);

/** A fast path for most names, which need no change. */
const PLAIN = /^(?! )(?:(?! {2}| $)[ A-Za-zÀ-ÖØ-öø-ıĹ-ľŁ-ňŊ-ž'’.-])+$/;

const LATIN = /\p{Script=Latin}/u;
const OTHER = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u;
const LETTERS = /[\p{L}\p{M}]+/gu;

/** More accents on one letter only serve to attract attention. */
const PILED_UP = /(\p{M}{3})\p{M}+/gu;

/**
 * A name without invisible characters, and without letters of another alphabet that imitate the surrounding ones: “Jeаn”
 * with a Cyrillic а would not be found, and would be mistaken for Jean.
 */
export function readName(text: string): PersonName {
  if (PLAIN.test(text)) return { name: text };
  const plain = visibleLine(text).normalize('NFKC').replace(PILED_UP, '$1');
  if (!OTHER.test(plain)) return { name: plain };
  const latinNear = plain.match(LETTERS)?.some((word) => !OTHER.test(word)) ?? false;
  const name = plain.replace(LETTERS, (word) => inOneScript(word, latinNear));
  const mixed = name.match(LETTERS)?.find((word) => LATIN.test(word) && OTHER.test(word));
  if (!mixed) return { name };
  return { name, warning: `The name “${name}” mixes alphabets: “${[...mixed].filter((letter) => OTHER.test(letter)).join('')}” in “${mixed}”.` }; // prettier-ignore
}

/**
 * The `name_key` of the plain name that a name imitates; null if it imitates none. Two people with the same name do not
 * count, only a name written with other letters.
 */
export function lookalikeKey(name: string): string | null {
  if (!/[^\p{Script=Latin}\P{L}]|\p{N}|\p{Ll}I/u.test(name)) return null;
  const plain = [...name].map((letter) => toLatin.get(letter) ?? letter).join('').replaceAll('0', 'o').replace(/1|(?<=\p{Ll})I/gu, 'l'); // prettier-ignore
  const key = nameKey(foldedWords(plain));
  return key === nameKey(foldedWords(name)) ? null : key;
}

/** @param latinNear - Whether other words of the name are Latin. */
function inOneScript(word: string, latinNear: boolean): string {
  if (!OTHER.test(word)) return word;
  const letters = [...word];
  const other = letters.filter((letter) => OTHER.test(letter));
  const latin = letters.filter((letter) => LATIN.test(letter));
  const canBeLatin = other.every((letter) => toLatin.has(letter));
  if (latin.length === 0) return canBeLatin && latinNear ? replaced(letters, toLatin) : word;
  const canBeCyrillic = latin.every((letter) => toCyrillic.has(letter)) && other.every((letter) => /\p{Script=Cyrillic}/u.test(letter)); // prettier-ignore
  if (canBeLatin && (!canBeCyrillic || latin.length >= other.length)) return replaced(letters, toLatin);
  return canBeCyrillic ? replaced(letters, toCyrillic) : word;
}

function replaced(letters: readonly string[], by: ReadonlyMap<string, string>): string {
  return letters.map((letter) => by.get(letter) ?? letter).join('');
}
