import { parseAddress } from '../mail-address.ts';
import { type HeaderField, valuesOf } from './header-fields.ts';

/** The address of the one sender, if nothing about it can be read in two ways. */
export interface PlainSender {
  address: string;
  /** Why the sender cannot be proved although the address can be read; null if it can. */
  doubt: string | null;
}

/**
 * Who a mail says it is from. Two fields, lists, groups, comments and encoded addresses are ways to show one sender to people
 * and another one to programs: then there is none.
 */
export function plainSender(fields: readonly HeaderField[]): PlainSender | null {
  const values = valuesOf(fields, 'from');
  const [value] = values;
  if (value === undefined || value.length > 1_000) return null;
  const parsed = parseFrom(value);
  if (!parsed) return null;
  const address = parseAddress(parsed.address);
  if (!address) return null;
  if (values.length > 1) return { address, doubt: 'several From fields' };
  if (/[\x00-\x08\x0b-\x1f\x7f]/.test(value)) return { address, doubt: 'control characters' };
  // What many programs show is the name alone: it must not be the address of another.
  const named = /[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/.exec(decodedName(parsed.name))?.[0];
  if (named !== undefined && named.toLowerCase() !== address.toLowerCase())
    return { address, doubt: 'an address as name' };
  return { address, doubt: null };
}

const quotedName = /^\s*("(?:[^"\\]|\\.)*"|[^"<>,;:()@]*)\s*<([^<>\s"(),;:]+)>\s*$/;
const bare = /^\s*([^<>\s"(),;:]+@[^<>\s"(),;:]+)\s*(?:\([^()<>@]*\))?\s*$/;
/** Names with an address in them that the standard wants in quotation marks, as some programs write them all the same. */
const careless = /^\s*([^"<>,;:()]*)\s*<([^<>\s"(),;:]+)>\s*$/;

function parseFrom(value: string): { name: string; address: string } | null {
  const match = quotedName.exec(value) ?? careless.exec(value);
  if (match) return { name: match[1]!, address: match[2]! };
  const [, address] = bare.exec(value) ?? [];
  return address === undefined ? null : { name: '', address };
}

/** The name as people see it: with `=?utf-8?…?=` decoded. */
function decodedName(name: string): string {
  return name.replace(/=\?[^?]{1,40}\?([bq])\?([^?]*)\?=/gi, (_, encoding: string, text: string) =>
    encoding.toLowerCase() === 'b'
      ? Buffer.from(text, 'base64').toString()
      : text
          .replace(/_/g, ' ')
          .replace(/=([\da-f]{2})/gi, (_hex, code: string) => String.fromCharCode(parseInt(code, 16))),
  );
}
