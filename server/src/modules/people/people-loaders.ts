import DataLoader from 'dataloader';
import type { PeopleService } from './people-service.ts';
import type { Person } from './person.ts';

/** Gathers what one request asks of people into as few reads as can be. */
export class PeopleLoaders {
  readonly #people: PeopleService;
  readonly #byId: DataLoader<string, Person | null>;
  readonly #managers: DataLoader<string, Person[]>;

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

  /** At once where the person is known: fifty authors of a thread need not be waited for one by one. */
  load(id: string): Person | Promise<Person | null> {
    return this.#people.known(id) ?? this.#byId.load(id);
  }

  /** From the direct manager up to the top. */
  managersOf(id: string): Promise<Person[]> {
    return this.#managers.load(id);
  }
}
