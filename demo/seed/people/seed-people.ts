import { newPerson, type PeopleService } from '../../../server/src/modules/people/index.ts';
import { type DemoPersonDetails, generatePeople } from './people.ts';
import type { RowId } from '../../../server/src/platform/ids.ts';

/** How many people are written in one transaction. */
const BATCH = 4000;

export interface SeedPeopleOptions {
  count: number;
  seed?: number;
  onProgress?: (done: number) => void;
}

/** Fills the directory with invented people. Those who are there already stay as they are. */
export async function seedPeople(people: PeopleService, { count, seed, onProgress }: SeedPeopleOptions): Promise<void> {
  const ids = new Map<string, RowId>();
  let done = 0;
  let batch: DemoPersonDetails[] = [];
  const flush = async () => {
    const present = await people.resolveHandles(batch.map(({ handle }) => handle));
    for (const { handle, id } of present.values()) ids.set(handle, id);
    const added = [];
    for (const { manager, ...details } of batch) {
      if (present.has(details.handle)) continue;
      const person = newPerson(details, manager === null ? null : (ids.get(manager) ?? null));
      ids.set(details.handle, person.id);
      added.push(person);
    }
    if (added.length > 0) await people.add(added);
    done += batch.length;
    batch = [];
    onProgress?.(done);
  };
  for (const person of generatePeople(count, seed)) {
    if (batch.push(person) === BATCH) await flush();
  }
  if (batch.length > 0) await flush();
}
