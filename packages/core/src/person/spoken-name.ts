import type { Person } from './person.js';

export type NamedPerson = Pick<Person, 'name'> & { kind?: Person['kind'] | undefined };

/**
 * Says a name as screen readers do: “Ana Weber, contractor”. The words for kinds are loaded with the first mark, and then all
 * hosts are rendered again.
 */
export const spoken: { name: (person: NamedPerson, lang: string) => string } = { name: ({ name }) => name };
