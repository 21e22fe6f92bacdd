import { LRUCache } from 'lru-cache';
import pg from 'pg';

/** How long connecting may take, in milliseconds. Waiting for a free connection is limited as on SQLite. */
const timeout = 10_000;

/** A statement is prepared from this use on: lists of many lengths make many statements that are used once. */
const often = 5;
/** How many statements are prepared; each connection stores them. */
const mostPrepared = 300;
const mostCounted = 5_000;

/** Once prepared, these fail when a node of a newer version adds a column. */
const allColumns = /(?:select|returning) \*|\.\*/;

/** How often each text was used, until it got a name. */
const counts = new LRUCache<string, number>({ max: mostCounted });
const names = new Map<string, string>();

/**
 * A connection that prepares frequent statements, so that PostgreSQL parses and plans them only once: that is half of the
 * cost of most statements.
 */
export class PreparingClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super({ ...config, connectionTimeoutMillis: timeout });
  }

  override query: pg.Client['query'] = (text: unknown, values?: unknown, ...rest: unknown[]): any => {
    if (Array.isArray(values)) return this.#queryWith(text, values.map(storable), rest);
    const query = super.query as (...args: unknown[]) => unknown;
    return query.call(this, text, values, ...rest);
  };

  #queryWith(text: unknown, values: unknown[], rest: unknown[]): unknown {
    const name = typeof text === 'string' ? nameOf(text) : undefined;
    const query = super.query as (...args: unknown[]) => unknown;
    return name === undefined
      ? query.call(this, text, values, ...rest)
      : query.call(this, { name, text, values }, ...rest);
  }
}

/** PostgreSQL cannot store NUL in texts. A search for one finds nothing, as in SQLite. */
function storable(value: unknown): unknown {
  return typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\ufffd') : value;
}

function nameOf(text: string): string | undefined {
  const name = names.get(text);
  if (name !== undefined || names.size >= mostPrepared || allColumns.test(text)) return name;
  const count = (counts.get(text) ?? 0) + 1;
  if (count < often) {
    counts.set(text, count);
    return undefined;
  }
  counts.delete(text);
  names.set(text, `parvis-${names.size}`);
  return names.get(text);
}
