import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import { memo } from '../../../platform/memo.ts';

/** A shorter root belongs to too many words. */
const shortestRoot = 4;

/**
 * Endings that the stemmers do not remove, because they form other words: an activity and the people who do it (soudeur and
 * soudure, formateur and formation, technicien and technique; welder and welding). The longest first.
 */
const frenchEndings =
  /(?:ateurs?|atrices?|atric|ations?|icien|icit|(?<=ab)ilit|(?<=ab)l|ique?|iqu|eur|eus|eux|ien|ment|ag|at|er|it|ur|i|(?<=t)r)$/;
const englishEndings = /(?:ician|ating|ator|ing|ers?|ors?|ic)$/;

/** The roots of a folded word, in French and in English: words of one family share one of them. */
export const rootsOf = memo((word: string): readonly [french: string, english: string] => {
  if (!/^[a-z]+$/.test(word)) return [word, word];
  return [root(french(word), frenchEndings), root(english(word), englishEndings)];
}, 100_000);

/** Whether two folded words belong to one family. */
export function areOneFamily(one: string, other: string): boolean {
  const [french, english] = rootsOf(one);
  const [otherFrench, otherEnglish] = rootsOf(other);
  return isRoot(french) && french === otherFrench ? true : isRoot(english) && english === otherEnglish;
}

function isRoot(root: string): boolean {
  return root.length >= shortestRoot;
}

function root(stem: string, endings: RegExp): string {
  const ending = endings.exec(stem);
  return ending && ending.index >= shortestRoot ? stem.slice(0, ending.index) : stem;
}
