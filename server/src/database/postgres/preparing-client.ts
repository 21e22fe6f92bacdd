import { LRUCache } from 'lru-cache';
import pg from 'pg';

/** How long it may take to connect, in milliseconds. Who waits for a connection to be free waits as long as on SQLite. */
const patience = 10_000;

/** From the so manieth time on a statement is prepared: lists of many lengths make many that come once. */
const often = 5;
/** How many are prepared at most; each connection holds them. */
const mostPrepared = 300;
const mostCounted = 5_000;

/** Fails once it is prepared when the node of a newer version adds a column. */
const allColumns = /(?:select|returning) \*|\.\*/;

/** How often each text came, until it got a name. */
const counts = new LRUCache<string, number>({ max: mostCounted });
const names = new Map<string, string>();

/**
 * A connection that lets PostgreSQL parse and plan what comes often once rather than at each call, which is half of what
 * most statements cost.
 */
export class PreparingClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super({ ...config, connectionTimeoutMillis: patience });
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

/** PostgreSQL has no NUL in its texts. Nobody writes one, but somebody may look for one: they find nothing, as in SQLite. */
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
