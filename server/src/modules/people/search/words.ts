import { fold, foldedWords, type Word, wordsOf } from '../folding.ts';
import type { PersonDetails } from '../person.ts';

/** Such short words are often joined to the next: Ben Ali, El Khoury, Le Gall, Van den Berg. */
const LONGEST_PARTICLE = 3;

/** How many words of a name are joined at most. */
const LONGEST_JOIN = 4;

/** Words without meaning outside of a name. */
const FUNCTION_WORDS = new Set('a an and au aux d de des du en et for l la le les of the to van'.split(' '));

/**
 * The words by which a name is found: its own, and those that people join (Jean-Marc as jeanmarc, Ben Ali as benali,
 * d'Almeida as dalmeida), with their positions in the name.
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

/** The words by which a person is found beside their name: job title, department, location and expertise. */
export function profileTerms({ jobTitle, department, location, expertise }: PersonDetails): string[] {
  const texts = [jobTitle ?? '', department ?? '', location ?? '', ...expertise];
  const words = texts.flatMap((text) => foldedWords(text)).filter((word) => !isFunctionWord(word));
  return [...new Set(words)];
}

export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word);
}

/** A key that is the same for the words of a name in any order. */
export function nameKey(words: readonly string[]): string {
  return [...words].sort().join(' ');
}

export function sortName(name: string): string {
  return foldedWords(name).join(' ') || fold(name);
}

/** The end of a phone number, which is the same with a country code, with a 0 or with neither; null without digits. */
export function phoneKey(phone: string): string | null {
  return phone.replace(/\D/g, '').slice(-8) || null;
}

/** Whether people may join two neighbours: there is a hyphen or an apostrophe between them, or the first is short. */
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
