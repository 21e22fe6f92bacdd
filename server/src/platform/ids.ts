import { v7 } from 'uuid';
import type { Branded } from './branded.ts';
import { memo } from './memo.ts';
import { Refusal } from './refusal.ts';

/** The id of a row: a UUID. Only the server and its database know it; clients get a `GlobalId`. */
export type RowId = Branded<'RowId'>;

/** The opaque id of an object for clients, which names its type too. A client may send one that is not ours. */
export type GlobalId = Branded<'GlobalId'>;

/** A new UUIDv7: ids made later sort later, so that rows are appended to their index and never scattered in it. */
export function newId(): RowId {
  return v7() as RowId;
}

export interface LocalId {
  type: string;
  /** As a client sent it: there may be no such row. Pages and walls have a key here, which their modules take as text. */
  id: RowId;
}

/**
 * The id of an object for clients: the type is in it, so that `node(id:)` knows where to look.
 *
 * @param id - The id of its row or, of pages and walls, their key.
 */
export function toGlobalId<Id extends string>(type: string, id: Id extends GlobalId ? never : Id): GlobalId {
  let encode = encoders.get(type);
  if (!encode) encoders.set(type, (encode = memo((local) => encoded(type, local))));
  return encode(id);
}

const encoders = new Map<string, (id: string) => GlobalId>();

function encoded(type: string, id: string): GlobalId {
  return Buffer.from(`${type}:${id}`, 'utf8').toString('base64url') as GlobalId;
}

/**
 * The type and local id in a global id.
 *
 * @throws {Refusal} INVALID when it is not one of ours.
 */
export function fromGlobalId(globalId: GlobalId): LocalId {
  const local = readGlobalId(globalId);
  if (!local) throw new Refusal('INVALID', 'This is not the id of anything here.');
  return local;
}

/** The same for any text; null if it is not a global id. */
export function readGlobalId(text: string): LocalId | null {
  const [, type, id] = /^(.+?):(.+)$/s.exec(Buffer.from(text, 'base64url').toString('utf8')) ?? [];
  return type && id && encoded(type, id) === text ? { type, id: id as RowId } : null;
}

/**
 * The local id in a global id that must be of this type.
 *
 * @throws {Refusal} INVALID when it is of another type, or not one of ours.
 */
export function localIdOf(globalId: GlobalId, type: string): RowId {
  const local = fromGlobalId(globalId);
  if (local.type !== type) throw new Refusal('INVALID', `This is the id of a ${local.type}, not of a ${type}.`);
  return local.id;
}
