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

/** For each field of an entity, the last event that told of it. */
const told = new WeakMap<EntityCache, Map<string, Record<string, string>>>();

/** Stores what is news of an entity in an event. */
export function take<E extends Entity>({ cache }: ParvisClient, entity: E, cursor: string | null): void {
  const news = newsOf(cache, entity, cursor);
  if (cursor) remember(cache, news, cursor);
  cache.write(news, cursor);
}

/**
 * Responses that were on their way while an event came do not undo what it told: they may have been read before. Should one of them
 * know more, because it answers a write, the event of that write follows.
 */
function remember(cache: EntityCache, { id, ...fields }: Entity, cursor: string): void {
  const entities = told.get(cache) ?? new Map<string, Record<string, string>>();
  told.set(cache, entities);
  const cursors = Object.fromEntries(Object.keys(fields).map((name) => [name, cursor]));
  entities.set(id, { ...entities.get(id), ...cursors });
  cache.isOutdated = (id, field, asOf) => {
    const last = entities.get(id)?.[field];
    return !!last && !!asOf && isAfter(last, asOf);
  };
}
