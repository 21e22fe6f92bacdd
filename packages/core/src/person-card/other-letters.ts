/** Alphabets with letters that look Latin, by their codes in `Intl.DisplayNames`. */
const alphabets = { Cyrl: /\p{Script=Cyrillic}/u, Grek: /\p{Script=Greek}/u, Armn: /\p{Script=Armenian}/u };

/** Letters of these alphabets that look exactly like Latin ones. */
const LOOKS_LATIN = /^[асеһіјорѕухԁԛԝӏАВЕЅІЈКМНОРСТУХԚԜοναιρυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧօսհ]+$/u;

/** Letters that make a name look like another one. */
export interface OtherLetters {
  letters: string;
  /** ISO 15924. */
  alphabet: string;
}

/**
 * The letters of another alphabet in an otherwise Latin word, or a whole word that only looks Latin: “Jeаn” with a Cyrillic
 * а is not Jean. Undefined for names that are what they look like, in any alphabet.
 */
export function otherLetters(name: string): OtherLetters | undefined {
  for (const word of name.match(/[\p{L}\p{M}]+/gu) ?? []) {
    for (const [alphabet, script] of Object.entries(alphabets)) {
      const letters = [...word].filter((letter) => script.test(letter)).join('');
      if (letters && (/\p{Script=Latin}/u.test(word) || (word.length > 2 && LOOKS_LATIN.test(word))))
        return { letters, alphabet };
    }
  }
  return undefined;
}

/** The name of an alphabet in a language. */
export function alphabetName(alphabet: string, lang: string): string {
  return new Intl.DisplayNames(lang, { type: 'script' }).of(alphabet) ?? alphabet;
}
