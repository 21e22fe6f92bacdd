import { fold, foldedWords, type Word, wordsOf } from '../folding.ts';
import type { PersonDetails } from '../person.ts';

/** Words as short as this are glued to the next as often as not: Ben Ali, El Khoury, Le Gall, Van den Berg. */
const LONGEST_PARTICLE = 3;

/** How many words of a name are joined at most. */
const LONGEST_JOIN = 4;

/** They say nothing of a person outside their name. */
const FUNCTION_WORDS = new Set('a an and au aux d de des du en et for l la le les of the to van'.split(' '));

/**
 * The words that a name is found by: its own, and those that people write as one (Jean-Marc as jeanmarc, Ben Ali as
 * benali, d'Almeida as dalmeida), with their places in the name.
 */
export function nameTerms(name: string): Word[] {
  const words = wordsOf(name);
  const terms = [...words];
  for (let first = 0; first < words.length; first++) {
    let joined = words[first]!;
    for (let next = first + 1; next < words.length && next < first + LONGEST_JOIN; next++) {
      if (!areGlued(name, words[next - 1]!, words[next]!)) break;
      joined = join(joined, words[next]!);
      terms.push(joined);
    }
  }
  return terms;
}

/** The words of what else a person is found by: job title, department, location and expertise. */
export function profileTerms({ jobTitle, department, location, expertise }: PersonDetails): string[] {
  const texts = [jobTitle ?? '', department ?? '', location ?? '', ...expertise];
  const words = texts.flatMap((text) => foldedWords(text)).filter((word) => !isFunctionWord(word));
  return [...new Set(words)];
}

export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word);
}

/** The same for the words of a name in whatever order. */
export function nameKey(words: readonly string[]): string {
  return [...words].sort().join(' ');
}

export function sortName(name: string): string {
  return foldedWords(name).join(' ') || fold(name);
}

/** The end of a phone number, the same with a country code, with a 0 or with neither; null without digits. */
export function phoneKey(phone: string): string | null {
  return phone.replace(/\D/g, '').slice(-8) || null;
}

/** Whether people may write two neighbours as one: a hyphen or an apostrophe stands between them, or the first is short. */
function areGlued(name: string, one: Word, other: Word): boolean {
  return one.folded.length <= LONGEST_PARTICLE || /\S/.test(name.slice(one.end, other.start));
}

function join(one: Word, other: Word): Word {
  return {
    folded: one.folded + other.folded,
    start: one.start,
    end: other.end,
    ends: [...one.ends, ...other.ends],
  };
}
