import { Refusal } from './refusal.ts';

export const maxPageSize = 100;

/** The arguments of every connection field, as they come from GraphQL. */
export interface ConnectionArgs {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
}

/** The values of the sort columns of a row, in order: where the keyset stands. */
export type CursorKey = readonly (string | number | null)[];

/**
 * One page to read: `limit` rows (one more than asked, to know whether there are more) after or before a key, read
 * in the list's order or, when `backward`, against it.
 */
export interface PageRequest {
  size: number;
  limit: number;
  backward: boolean;
  after: CursorKey | null;
  before: CursorKey | null;
}

export interface Edge<T> {
  readonly cursor: string;
  readonly node: T;
}

export interface PageInfo {
  startCursor: string | null;
  endCursor: string | null;
  hasNextPage: boolean;
  hasPreviousPage: boolean;
}

export interface Connection<T> {
  edges: Edge<T>[];
  pageInfo: PageInfo;
  /** Counted only if the field is requested. */
  totalCount: number | (() => number | Promise<number>);
}

export function encodeCursor(key: CursorKey): string {
  return Buffer.from(JSON.stringify(key), 'utf8').toString('base64url');
}

/** What the sort values of a cursor are: whole numbers and texts, which a database does not compare with each other. */
export type CursorShape = readonly ('number' | 'string')[];

/** @throws {Refusal} INVALID when the cursor has not the sort values of its list. */
export function decodeCursor(cursor: string, shape: CursorShape): CursorKey {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(key) && key.length === shape.length && key.every((value, at) => fits(value, shape[at]!)))
      return key as (string | number)[];
  } catch {
    // Falls through to the refusal: a cursor that does not parse is one that we did not make.
  }
  throw new Refusal('INVALID', 'This cursor does not belong to this list.');
}

/**
 * Reads the arguments of a connection whose cursors hold these sort values.
 *
 * @throws {Refusal} INVALID for a page larger than 100 or below 0, `first` with `last`, or a foreign cursor.
 */
export function pageRequest(args: ConnectionArgs, shape: CursorShape, defaultSize = 20): PageRequest {
  if (args.first != null && args.last != null)
    throw new Refusal('INVALID', 'Ask for `first` or for `last`, not for both.');
  const size = args.first ?? args.last ?? defaultSize;
  if (size < 0 || size > maxPageSize)
    throw new Refusal('INVALID', `A page has 0 to ${maxPageSize} entries, not ${size}.`);
  return {
    size,
    limit: size + 1,
    backward: args.last != null,
    after: args.after == null ? null : decodeCursor(args.after, shape),
    before: args.before == null ? null : decodeCursor(args.before, shape),
  };
}

/**
 * Makes the connection from up to `page.limit` rows, in the order in which they were read (against the list's order
 * when `page.backward`).
 */
export function toConnection<T>(
  rows: readonly T[],
  page: PageRequest,
  cursorKey: (row: T) => CursorKey,
  totalCount: Connection<T>['totalCount'],
): Connection<T> {
  const more = rows.length > page.size;
  const kept = more ? rows.slice(0, page.size) : rows.slice();
  if (page.backward) kept.reverse();
  const edges = kept.map((node) => new LazyEdge(node, cursorKey));
  return {
    edges,
    totalCount,
    pageInfo: {
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
      hasNextPage: page.backward ? page.before !== null : more,
      hasPreviousPage: page.backward ? more : page.after !== null,
    },
  };
}

/** The same connection of something else, for a service that reads entities by keys. */
export function mapConnection<T, U>(connection: Connection<T>, map: (node: T) => U): Connection<U> {
  return { ...connection, edges: connection.edges.map((edge) => new MappedEdge(edge, map(edge.node))) };
}

/** Most readers take the nodes and the cursors of both ends: the others are not made. */
class LazyEdge<T> implements Edge<T> {
  readonly node: T;
  readonly #cursorKey: (node: T) => CursorKey;

  constructor(node: T, cursorKey: (node: T) => CursorKey) {
    this.node = node;
    this.#cursorKey = cursorKey;
  }

  get cursor(): string {
    return encodeCursor(this.#cursorKey(this.node));
  }
}

class MappedEdge<T> implements Edge<T> {
  readonly node: T;
  readonly #edge: Edge<unknown>;

  constructor(edge: Edge<unknown>, node: T) {
    this.node = node;
    this.#edge = edge;
  }

  get cursor(): string {
    return this.#edge.cursor;
  }
}

function fits(value: unknown, type: 'number' | 'string'): boolean {
  return type === 'number' ? Number.isSafeInteger(value) : typeof value === 'string';
}
