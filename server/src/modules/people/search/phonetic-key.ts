/**
 * How a name sounds to a French ear. Applied in order to a folded word; each rule joins spellings of one name, and
 * none is here that joins names people hold apart (Martin and Morton, Dubois and Dubosc).
 */
const RULES: [spelling: RegExp, sound: string][] = [
  // u and v were one letter in old hands, so that Lefébure is Lefèvre; the b of Lefebvre was never heard.
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

  // What is written at the end and not heard: Dupont and Dupond, Denis and Denys, Renault; then Michelle and Michel.
  [/(?<=..)[tdsxz]+$/, ''],
  [/(?<=..[^aeou])e$/, ''],

  // Gaultier, Thibault: the l went with the au.
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

/** Below this length a word says too little of how it sounds. */
const SHORTEST = 3;

/**
 * The key of a folded word: names heard alike have the same one. Lefèvre, Lefebvre and Lefébure; Philippe and Filip;
 * Thibault, Thibaud and Tibo; Mathieu and Matthieu; Gautier and Gauthier. Null for what has no sound to compare:
 * short words, digits, other scripts.
 */
export function phoneticKey(word: string): string | null {
  if (word.length < SHORTEST || !/^[a-z]+$/.test(word)) return null;
  let sound = word;
  for (const [spelling, heard] of RULES) sound = sound.replace(spelling, heard);
  return sound.length < 2 ? null : sound;
}
