import { domainToASCII } from 'node:url';

/** A mail address, with the name of the person or service that has it. */
export interface Mailbox {
  name: string;
  address: string;
}

/** Everyday addresses: no quoted words, comments, control characters or address literals, which only attackers use. */
const plainAddress = /^[^\s<>()[\]\\,;:"@\p{Cc}\p{Cf}]{1,64}@[^\s<>()[\]\\,;:"@\p{Cc}\p{Cf}]{1,253}$/u;
const hostName = /^(?!-)[a-z0-9-]{1,63}(?<!-)(?:\.(?!-)[a-z0-9-]{1,63}(?<!-))*$/;

/** The address with its domain in lower case and ASCII; null if it is none that we write to or believe. */
export function parseAddress(text: string): string | null {
  if (!plainAddress.test(text)) return null;
  const at = text.lastIndexOf('@');
  const domain = parseDomain(text.slice(at + 1));
  return domain && `${text.slice(0, at)}@${domain}`;
}

/** The domain in lower case and ASCII; null if it is none. */
export function parseDomain(text: string): string | null {
  const domain = domainToASCII(text.replace(/\.$/, '')).toLowerCase();
  return hostName.test(domain) ? domain : null;
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

/**
 * Whether two texts are the same address. Upper and lower case are the same before the `@` too: all mail servers
 * of today do so, whatever the standard allows.
 */
export function isSameAddress(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** `Name <address>`, or an address alone. @throws an error that says what is wrong. */
export function parseMailbox(text: string): Mailbox {
  const { name = '', address = text } = /^(?<name>[^<>]*)<(?<address>[^<>]*)>$/.exec(text)?.groups ?? {};
  const parsed = parseAddress(address.trim());
  if (!parsed) throw new Error('Its address is not valid.');
  return { name: name.trim().replace(/^"(.*)"$/, '$1'), address: parsed };
}
