import { createHash } from 'node:crypto';
import { Refusal } from '../../platform/refusal.ts';
import { foldAddress, foldOrigin, withoutQueryAndRoute } from './page-address.ts';

/** Longer addresses are kept by their hash. */
const longestKey = 1_000;
/** What an index of PostgreSQL takes is 2,704 bytes. */
const longestName = 2_000;
const longestText = 20_000;
const plainName = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._~:/@+-]*$/u;
const hashed = /^https?:\/\/[^/?#]+#sha256-[\w-]{43}$/;

/** How the keys of pages are read on this server. */
export interface KeyRule {
  /** Those under which addresses are taken. */
  readonly origins: readonly string[];
  /** What a folder answers when nothing is named, in lower case. */
  readonly indexNames: readonly string[];
}

/** What a text may mean as the key of a page. */
export interface KeyReading {
  readonly key: string;
  /** The whole address where the key is its hash. */
  readonly address: string | null;
  /** The key that the page had when keys had no query and no route. */
  readonly former: string | null;
  /** Why this server does not take it; it may still be the former address of a page that moved here. */
  readonly refusal: Refusal | null;
}

/**
 * What a text may mean as the key of a page, the first choice first: an address, or a plain name as it is. A page whose
 * `rel=canonical` is on another origin sends `canonical:<that address> <its own>`, since only the server knows whether it
 * takes the first.
 *
 * @throws {Refusal} INVALID with the reason, where the text is no key at all.
 */
export function readKey(text: string, rule: KeyRule): KeyReading[] {
  if (text.length > longestText)
    throw invalid(`A page key has ${longestText.toLocaleString('en')} characters at most.`);
  const [, canonical, own] = /^canonical:(.*) (.*)$/s.exec(text) ?? [];
  if (own === undefined) return [readOne(text, rule)];
  const readings = [];
  try {
    readings.push(readOne(canonical!, rule));
  } catch {
    // What cannot be an address counts as none.
  }
  return [...readings, readOne(own, rule)];
}

/**
 * The key that a text means on this server.
 *
 * @throws {Refusal} INVALID with the reason.
 */
export function pageKey(text: string, rule: KeyRule): string {
  const readings = readKey(text, rule);
  const taken = readings.find(({ refusal }) => !refusal);
  if (!taken) throw readings.at(-1)!.refusal!;
  return taken.key;
}

/** Where a page is, as far as its key tells. */
export function addressOf(key: string): string | null {
  return /^https?:\/\//.test(key) && !isHashed(key) ? key : null;
}

/** Whether a key is the hash of a long address. */
export function isHashed(key: string): boolean {
  return hashed.test(key);
}

/** What a page is called where patterns are compared: the whole address, if that is known of a key that is its hash. */
export function wholeName(key: string, address: string | null): string {
  return isHashed(key) && address !== null ? address : key;
}

/** A key as it would be written today; itself where it is no address. */
export function foldKey(key: string, { indexNames }: Pick<KeyRule, 'indexNames'>): string {
  if (addressOf(key) === null || !URL.canParse(key)) return key;
  return shortened(foldAddress(new URL(key), indexNames)).key;
}

function readOne(text: string, rule: KeyRule): KeyReading {
  if (text.includes('://')) return readAddress(text, rule);
  const name = text.normalize('NFC');
  if (/^about:(?:blank|srcdoc)$/.test(name))
    throw invalid(`This page has no address of its own (${name}): give the tag a subject.`);
  if (Buffer.byteLength(name) > longestName || name.length > longestKey)
    throw invalid(`The name of a page has ${longestKey.toLocaleString('en')} characters and 2,000 bytes at most.`);
  if (plainName.test(name)) return { key: name, address: null, former: null, refusal: null };
  throw invalid(
    `“${text.slice(0, 80)}” is no page key: give an http or https address, or a name of letters, digits and . _ ~ : / @ + - that starts with a letter or digit.`,
  );
}

function readAddress(text: string, { origins, indexNames }: KeyRule): KeyReading {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password)
    throw invalid(`“${text.slice(0, 80)}” is no http or https address.`);
  const origin = foldOrigin(url);
  const refusal = origins.includes(origin)
    ? null
    : invalid(`Pages under ${origin} are not served here: PARVIS_ORIGINS does not name it.`);
  if (url.origin + url.hash === text && isHashed(text)) return { key: text, address: null, former: null, refusal };
  const folded = foldAddress(url, indexNames);
  return { ...shortened(folded), former: formerly(folded), refusal };
}

function shortened(address: string): { key: string; address: string | null } {
  if (address.length <= longestKey) return { key: address, address: null };
  const { origin } = new URL(address);
  return { key: `${origin}#sha256-${createHash('sha256').update(address).digest('base64url')}`, address };
}

/** Keys had no query and no route, and no more than 1,000 characters. */
function formerly(address: string): string | null {
  const former = withoutQueryAndRoute(address);
  return former !== null && former.length <= longestKey ? former : null;
}

function invalid(message: string): Refusal {
  return new Refusal('INVALID', message);
}
