import { byLanguage } from '../localisation/language.js';
import type { Person } from './person.js';
import type { NamedPerson } from './spoken-name.js';

type Marked = Exclude<Person['kind'], 'EMPLOYEE'>;

const words = byLanguage<Record<Marked, string>>({
  en: { CONTRACTOR: 'contractor', GUEST: 'guest', SERVICE: 'service' },
  fr: { CONTRACTOR: 'prestataire', GUEST: 'invité', SERVICE: 'service' },
});

/** What a person is who is no employee, in a language; undefined for employees, and for kinds of a newer server. */
export function kindWord(kind: Person['kind'] | undefined, lang: string): string | undefined {
  const known: Partial<Record<string, string>> = words(lang);
  return known[kind ?? ''];
}

/** A name as screen readers say it: “Ana Weber, contractor”. */
export function spokenName({ name, kind }: NamedPerson, lang: string): string {
  const word = kindWord(kind, lang);
  return word ? `${name}, ${word}` : name;
}
