import { foldedWords, phoneticKey } from '../../../server/src/modules/people/index.ts';
import { knownPeople } from './known-people.ts';
import { firstNames, type Origin, origins } from './first-names.ts';
import { choose } from './choose.ts';
import { surnameFor, surnamesOf } from './surnames.ts';
import type { Random } from '../random.ts';

export interface InventedName {
  first: string;
  surname: string;
  feminine: boolean;
}

interface Surnames {
  known: readonly string[];
  made: readonly string[];
}

/** How many surnames of a hundred are among those that one meets everywhere, where rarer ones can be made. */
const KNOWN_SHARE = 45;

/** How many of a hundred have two surnames. */
const DOUBLE_SHARE = 3;

/** Invents names. */
export class Names {
  readonly #random: Random;
  readonly #surnames: Record<Origin, Surnames>;

  constructor(random: Random) {
    this.#random = random;
    // Those whom one knows by name keep it to themselves, in any spelling: there is one Lefèvre family.
    const kept = new Set(knownPeople.map(({ name }) => soundOf(surnameIn(name))));
    const free = (surnames: readonly string[]) => surnames.filter((surname) => !kept.has(soundOf(surname)));
    this.#surnames = Object.fromEntries(
      origins.map((origin): [Origin, Surnames] => {
        const { known, made } = surnamesOf(origin);
        return [origin, { known: free(known), made: free(made) }];
      }),
    ) as Record<Origin, Surnames>;
  }

  invent(origin: Origin): InventedName {
    const feminine = this.#random() < 0.46;
    const first = choose(this.#random, firstNames[origin][feminine ? 'feminine' : 'masculine']);
    const surname = this.#surname(origin, feminine);
    const another = this.#random() * 100 < DOUBLE_SHARE ? this.#surname(origin, feminine) : surname;
    const simple = another !== surname && !/[ -]/.test(surname + another);
    return { first, surname: simple ? `${surname}-${another}` : surname, feminine };
  }

  #surname(origin: Origin, feminine: boolean): string {
    const { known, made } = this.#surnames[origin];
    const list = made.length === 0 || this.#random() * 100 < KNOWN_SHARE ? known : made;
    return surnameFor(choose(this.#random, list), origin === 'polish' && feminine);
  }
}

function soundOf(surname: string): string {
  const word = foldedWords(surname).join('');
  return phoneticKey(word) ?? word;
}

function surnameIn(name: string): string {
  return name.split(' ').slice(1).join(' ');
}
