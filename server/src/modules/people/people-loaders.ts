import DataLoader from 'dataloader';
import { canSeeContact, canSeeInDirectory, type Findable } from './people-policy.ts';
import type { PeopleService } from './people-service.ts';
import type { Person } from './person.ts';
import type { RowId } from '../../platform/ids.ts';
import type { Viewer } from '../../platform/viewer.ts';

/** Batches the reads of people in one request. */
export class PeopleLoaders {
  readonly #people: PeopleService;
  readonly #viewer: Viewer;
  readonly #byId: DataLoader<RowId, Person | null>;
  readonly #managers: DataLoader<RowId, Person[]>;

  constructor(people: PeopleService, viewer: Viewer) {
    this.#people = people;
    this.#viewer = viewer;
    this.#byId = new DataLoader(async (ids) => {
      const found = await people.byIds(ids);
      return ids.map((id) => found.get(id) ?? null);
    });
    this.#managers = new DataLoader(async (ids) => {
      const chains = await people.managersOf(ids);
      return ids.map((id) => chains.get(id) ?? []);
    });
  }

  /** Synchronous for cached people, so that fifty authors of a thread are not awaited one by one. */
  load(id: RowId): Person | Promise<Person | null> {
    return this.#people.known(id) ?? this.#byId.load(id);
  }

  /** Whether the viewer may see how to reach a person: at once, unless the viewer finds only some people. */
  canSeeContact(person: Person): boolean | Promise<boolean> {
    return this.#among((findable) => canSeeContact(this.#viewer, person, findable));
  }

  /** Whether the viewer finds a person in the directory with their profile: at once, unless they find only some people. */
  canSeeInDirectory(person: Person): boolean | Promise<boolean> {
    return this.#among((findable) => canSeeInDirectory(this.#viewer, person, findable));
  }

  /** From the direct manager up to the top. */
  managersOf(id: RowId): Promise<Person[]> {
    return this.#managers.load(id);
  }

  #among(decide: (findable: Findable) => boolean): boolean | Promise<boolean> {
    const findable = this.#people.findableBy(this.#viewer);
    return findable instanceof Promise ? findable.then(decide) : decide(findable);
  }
}
