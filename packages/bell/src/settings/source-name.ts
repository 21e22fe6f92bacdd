import type { Muted, PlacePreference } from './settings-operations.js';

/** How much of a post is its name. */
const MOST = 60;

/** What a page, a post, a person or a group is called; undefined where it has no name. */
export function sourceName(source: Muted['source'] | PlacePreference['place']): string | undefined {
  if (!source) return undefined;
  const { title, name, body, key } = source as {
    title?: string | null;
    name?: string;
    body?: { text: string } | null;
    key?: string;
  };
  const text = body?.text ?? '';
  return title ?? name ?? (text.length > MOST ? `${text.slice(0, MOST)}…` : text || key);
}
