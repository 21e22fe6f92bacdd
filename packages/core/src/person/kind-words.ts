import type { Person } from './person.js';

type Marked = Exclude<Person['kind'], 'EMPLOYEE'>;

const words: Record<'en' | 'fr', Record<Marked, string>> = {
  en: { CONTRACTOR: 'contractor', GUEST: 'guest', SERVICE: 'service' },
  fr: { CONTRACTOR: 'prestataire', GUEST: 'invité', SERVICE: 'service' },
};

/** What a person is who is no employee, in a language; empty for employees, and for kinds of a newer server. */
export function kindWord(kind: Person['kind'] | undefined, lang: string): string {
  const known: Partial<Record<string, string>> = words[/^fr\b/i.test(lang) ? 'fr' : 'en'];
  return known[kind ?? ''] ?? '';
}

/** A name as screen readers say it: “Ana Weber, contractor”. */
export function spokenName({ name, kind }: { name: string; kind?: Person['kind'] | undefined }, lang: string): string {
  const word = kindWord(kind, lang);
  return word ? `${name}, ${word}` : name;
}
