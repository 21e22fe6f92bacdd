import type { Entity, EntityCache } from '../cache/entity-cache.js';
import type { ParvisClient } from '../client/parvis-client.js';
import { isAfter } from './cursor.js';

/**
 * What an event says of an entity that is not known from later. Events are told again where something was read anew, and
 * after an outage; meanwhile the answer to a write may be on screen, with the keyboard in it.
 * @param cursor - of the event
 */
export function newsOf<E extends Entity>(cache: EntityCache, entity: E, cursor: string | null): Entity & Partial<E> {
  const known = cache.asOf(entity.id);
  const isNews = (name: string) => !cursor || !known[name] || isAfter(cursor, known[name]);
  const news = Object.entries(entity).filter(([name]) => isNews(name));
  return { ...(Object.fromEntries(news) as Partial<E>), id: entity.id };
}

/** Stores what is news of an entity in an event. */
export function take<E extends Entity>({ cache }: ParvisClient, entity: E, cursor: string | null): void {
  cache.write(newsOf(cache, entity, cursor), cursor);
}
