import DataLoader from 'dataloader';
import type { PeopleService } from './people-service.ts';
import type { Person } from './person.ts';
import type { RowId } from '../../platform/ids.ts';

/** Batches the reads of people in one request. */
export class PeopleLoaders {
  readonly #people: PeopleService;
  readonly #byId: DataLoader<RowId, Person | null>;
  readonly #managers: DataLoader<RowId, Person[]>;

  constructor(people: PeopleService) {
    this.#people = people;
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

  /** From the direct manager up to the top. */
  managersOf(id: RowId): Promise<Person[]> {
    return this.#managers.load(id);
  }
}
