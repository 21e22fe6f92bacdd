import type { Person } from './person.ts';

/** The chat address of a person; null without a template, or without the mail address that it needs. */
export function chatUrlOf({ handle, email }: Pick<Person, 'handle' | 'email'>, template: string | null): string | null {
  if (!template || (template.includes('{email}') && !email)) return null;
  return template
    .replaceAll('{email}', encodeURIComponent(email ?? ''))
    .replaceAll('{handle}', encodeURIComponent(handle));
}
