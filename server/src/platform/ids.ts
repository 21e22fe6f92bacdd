import { v7 } from 'uuid';
import { memo } from './memo.ts';
import { Refusal } from './refusal.ts';

/** A new UUIDv7: ids made later sort later, so that rows are appended to their index and never scattered in it. */
export function newId(): string {
  return v7();
}

export interface LocalId {
  type: string;
  id: string;
}

/** The opaque id of an object for the outside: the type is in it, so that `node(id:)` knows where to look. */
export function toGlobalId(type: string, id: string): string {
  let encode = encoders.get(type);
  if (!encode) encoders.set(type, (encode = memo((local) => encoded(type, local))));
  return encode(id);
}

const encoders = new Map<string, (id: string) => string>();

function encoded(type: string, id: string): string {
  return Buffer.from(`${type}:${id}`, 'utf8').toString('base64url');
}

/**
 * The type and local id in a global id.
 *
 * @throws {Refusal} INVALID when it is not one of ours.
 */
export function fromGlobalId(globalId: string): LocalId {
  const local = readGlobalId(globalId);
  if (!local) throw new Refusal('INVALID', 'This is not the id of anything here.');
  return local;
}

/** The same; null for a text that is no global id. */
export function readGlobalId(text: string): LocalId | null {
  const [, type, id] = /^(.+?):(.+)$/s.exec(Buffer.from(text, 'base64url').toString('utf8')) ?? [];
  return type && id && encoded(type, id) === text ? { type, id } : null;
}

/**
 * The local id in a global id that must be of one of the types given.
 *
 * @throws {Refusal} INVALID when it is of another type, or not one of ours.
 */
export function localIdOf(globalId: string, ...types: string[]): string {
  const local = fromGlobalId(globalId);
  if (!types.includes(local.type))
    throw new Refusal('INVALID', `This is the id of a ${local.type}, not of a ${types.join(' or ')}.`);
  return local.id;
}
