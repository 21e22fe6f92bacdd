import DataLoader from 'dataloader';
import type { PeopleService } from './people-service.ts';
import type { Person } from './person.ts';

/** Gathers what one request asks of people into as few reads as can be. */
export class PeopleLoaders {
  readonly #byId: DataLoader<string, Person | null>;
  readonly #managers: DataLoader<string, Person[]>;

  constructor(people: PeopleService) {
    this.#byId = new DataLoader(async (ids) => {
      const found = await people.byIds(ids);
      return ids.map((id) => found.get(id) ?? null);
    });
    this.#managers = new DataLoader(async (ids) => {
      const chains = await people.managersOf(ids);
      return ids.map((id) => chains.get(id) ?? []);
    });
  }

  load(id: string): Promise<Person | null> {
    return this.#byId.load(id);
  }

  /** From the direct manager up to the top. */
  managersOf(id: string): Promise<Person[]> {
    return this.#managers.load(id);
  }
}
