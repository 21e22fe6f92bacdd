import { fold } from '../../../server/src/modules/people/index.ts';

export function emailOf(handle: string): string {
  return `${handle}@vauclair.example`;
}

/** Gives handles out, each once: "marie-eve.tremblay", then "marie-eve.tremblay2". */
export class Handles {
  readonly #given: Map<string, number>;

  constructor(taken: Iterable<string>) {
    this.#given = new Map([...taken].map((handle) => [handle, 1]));
  }

  give(firstName: string, surname: string): string {
    const handle = `${fold(firstName)}.${fold(surname).replace(/[^a-z0-9-]/g, '')}`;
    const count = (this.#given.get(handle) ?? 0) + 1;
    this.#given.set(handle, count);
    return count === 1 ? handle : `${handle}${count}`;
  }
}
