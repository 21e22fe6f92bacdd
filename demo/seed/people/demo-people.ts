import type { PersonIdentity, PersonKind } from '../../../server/src/platform/viewer.ts';
import type { RulePerson } from '../../../server/src/modules/groups/index.ts';
import type { RowId } from '../../../server/src/platform/ids.ts';
import { pick, type Random } from '../random.ts';

/** Somebody who was there when the demo's conversations happened. */
export interface DemoPerson extends Pick<PersonIdentity, 'id' | 'handle' | 'name'>, RulePerson {
  kind: PersonKind;
  /** Whether they have left the company since. */
  departed: boolean;
}

/** One in so many of those who react is somebody whom one meets in the conversations. */
const KNOWN_FACES = 3;

/** The people of the demo: those who speak, by handle, and the crowd that reacts. */
export class DemoPeople {
  readonly byHandle: ReadonlyMap<string, DemoPerson>;
  /** Those who have not left. */
  readonly active: readonly DemoPerson[];
  readonly #cast: readonly DemoPerson[];
  readonly #crowd: readonly DemoPerson[];

  constructor(people: readonly DemoPerson[], castHandles: ReadonlySet<string>) {
    this.active = people.filter(({ departed }) => !departed);
    this.byHandle = new Map(people.map((person) => [person.handle, person]));
    this.#cast = this.active.filter(({ handle }) => castHandles.has(handle));
    this.#crowd = this.active.filter(({ handle }) => !castHandles.has(handle));
  }

  speaker(handle: string): DemoPerson {
    const person = this.byHandle.get(handle);
    if (!person) throw new Error(`Nobody in the demo's directory has the handle ${handle}.`);
    return person;
  }

  /** So many people who have no part in the conversations, or all there are. */
  crowd(random: Random, count: number): DemoPerson[] {
    return pick(random, this.#crowd, count);
  }

  /**
   * So many people, without the author, or all there are.
   *
   * @param among - Those who may react; all, where not given.
   */
  reactors(random: Random, count: number, author?: DemoPerson, among?: ReadonlySet<RowId>): DemoPerson[] {
    const mayReact = (person: DemoPerson) => person !== author && (among?.has(person.id) ?? true);
    const others = this.#cast.filter(mayReact);
    const faces = pick(random, others, Math.ceil(count / KNOWN_FACES));
    const crowd = pick(random, among ? this.#crowd.filter(mayReact) : this.#crowd, count - faces.length);
    const rest = others.filter((person) => !faces.includes(person));
    return pick(random, [...faces, ...crowd, ...pick(random, rest, count - faces.length - crowd.length)], count);
  }
}
