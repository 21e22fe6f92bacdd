import type { PersonIdentity } from '../../../server/src/platform/viewer.ts';
import { pick, type Random } from '../random.ts';

/** Somebody who was there when the demo's conversations happened. */
export interface DemoPerson extends PersonIdentity {
  /** Whether they have left the company since. */
  departed: boolean;
}

/** One in so many of those who react is somebody whom one meets in the conversations. */
const KNOWN_FACES = 3;

/** The people of the demo: those who speak, by handle, and the crowd that reacts. */
export class DemoPeople {
  readonly byHandle: ReadonlyMap<string, DemoPerson>;
  readonly #cast: readonly DemoPerson[];
  readonly #crowd: readonly DemoPerson[];

  constructor(people: readonly DemoPerson[], castHandles: ReadonlySet<string>) {
    const active = people.filter(({ departed }) => !departed);
    this.byHandle = new Map(people.map((person) => [person.handle, person]));
    this.#cast = active.filter(({ handle }) => castHandles.has(handle));
    this.#crowd = active.filter(({ handle }) => !castHandles.has(handle));
  }

  speaker(handle: string): DemoPerson {
    const person = this.byHandle.get(handle);
    if (!person) throw new Error(`Nobody in the demo's directory has the handle ${handle}.`);
    return person;
  }

  /** So many people, without the author, or all there are. */
  reactors(random: Random, count: number, author?: DemoPerson): DemoPerson[] {
    const others = this.#cast.filter((person) => person !== author);
    const faces = pick(random, others, Math.ceil(count / KNOWN_FACES));
    const crowd = pick(random, this.#crowd, count - faces.length);
    const rest = others.filter((person) => !faces.includes(person));
    return pick(random, [...faces, ...crowd, ...pick(random, rest, count - faces.length - crowd.length)], count);
  }
}
