/**
 * The French pronunciation of a name, as rules that are applied in order to a folded word. Each rule joins spellings of one
 * name; none joins names that people distinguish (Martin and Morton, Dubois and Dubosc).
 */
const RULES: [spelling: RegExp, sound: string][] = [
  // In old handwriting u and v were one letter, so that Lefébure is Lefèvre; the b of Lefebvre was never pronounced.
  [/ebure(?=s?$)/, 'evre'],
  [/bv/g, 'v'],

  [/ph/g, 'f'],
  [/chael/g, 'kael'],
  [/ch(?=[rlt])/g, 'k'],
  [/s?ch|sh/g, 'C'],
  [/h/g, ''],

  [/c[kq]|qu|q/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/gu(?=[eiy])/g, 'G'],
  [/g(?=[eiy])(?:e(?=[ao]))?/g, 'j'],
  [/G/g, 'g'],
  [/w/g, 'v'],
  [/y/g, 'i'],

  // Nasal vowels: Clément and Clémant, Germain and Germin; not before a vowel, as in Germaine.
  [/(?:ai|ei|i)[nm](?=[^aeiounm]|$)/g, 'I'],
  [/[ae][nm](?=[^aeiounm]|$)/g, 'A'],

  // Silent endings: Dupont and Dupond, Denis and Denys, Renault; then Michelle and Michel.
  [/(?<=..)[tdsxz]+$/, ''],
  [/(?<=..[^aeou])e$/, ''],

  // Gaultier, Thibault: the l is silent after au.
  [/aul(?=[^aeiou]|$)/g, 'au'],
  [/e?au/g, 'o'],
  [/oeu|eu/g, 'E'],
  [/ou|ue/g, 'u'],
  [/ae/g, 'a'],
  [/oe/g, 'o'],
  [/ai|ei/g, 'e'],

  [/(?<=..)er$/, 'e'],
  [/z/g, 's'],
  [/(.)\1+/g, '$1'],
];

/** A shorter word says too little about its sound. */
const SHORTEST = 3;

/**
 * The key of a folded word: names that sound alike have the same key. Lefèvre, Lefebvre and Lefébure; Philippe and Filip;
 * Thibault, Thibaud and Tibo; Mathieu and Matthieu; Gautier and Gauthier. Null for words without a comparable sound: short
 * words, digits, other scripts.
 */
export function phoneticKey(word: string): string | null {
  if (word.length < SHORTEST || !/^[a-z]+$/.test(word)) return null;
  let sound = word;
  for (const [spelling, heard] of RULES) sound = sound.replace(spelling, heard);
  return sound.length < 2 ? null : sound;
}
