// Patterns of pages, as administrators write them in settings. Settings are read before there are modules, so nothing but pure
// functions may be imported here.
import { foldAddress, foldOrigin } from './page-address.ts';
import { type Glob, globMatches, parseGlob } from './page-glob.ts';

/** Pages by their keys: a text with `*` and `**`. Upper and lower case are the same. */
export type PagePattern =
  | { readonly text: string; readonly of: 'all' }
  | { readonly text: string; readonly of: 'names'; readonly name: Glob }
  | AddressPattern;

interface AddressPattern {
  readonly text: string;
  readonly of: 'addresses';
  /** Null: whatever origin. */
  readonly origin: string | null;
  readonly path: Glob;
  /** Of `#/…` or `#!/…`; null: whatever route. */
  readonly route: Glob | null;
}

interface Parts {
  readonly origin: string;
  readonly path: string;
  readonly route: string | null;
}

const longest = 500;
/** What stands for the origin of a pattern that has none. */
const anyOrigin = 'https://any.invalid';
const nameOrStars = /^[\p{L}\p{N}*][\p{L}\p{M}\p{N}._~:/@+*-]*$/u;
const dotSegment = /\/(?:\.|%2e){1,2}(?=\/|$)/i;
const address = /^(?<origin>https?:\/\/[^/?#]+)(?<path>[^?#]*)(?:\?[^#]*)?(?:#(?:!?(?<route>\/[^?]*))?.*)?$/s;
const hashed = /^(https?:\/\/[^/?#]+)#sha256-/;

/**
 * Reads a pattern: `/hr/**` for a path on whatever origin, `https://intranet.example.org/hr/**` with an origin, `node:47*` for
 * plain names, `**` for every page.
 *
 * @throws {Error} that says what to write instead. It does not repeat the text, which may stand beside a secret.
 */
export function parsePagePattern(text: string): PagePattern {
  if (text === '') throw new Error('A pattern must not be empty.');
  if (text.length > longest) throw new Error(`A pattern has ${longest} characters at most.`);
  if (text === '**') return { text, of: 'all' };
  if (text === '*' || /^\*+\//.test(text))
    throw new Error(
      'A pattern of addresses begins with “/” or an origin, such as /**/hr/**. For every page, write **.',
    );
  if (/^\/|:\/\//.test(text)) return addresses(text);
  if (/^https?:/i.test(text)) throw new Error('An address begins with https:// or http://.');
  if (!nameOrStars.test(text))
    throw new Error('A pattern begins with “/”, with an origin, or with a letter or digit of a plain name.');
  return { text, of: 'names', name: parseGlob(folded(text.normalize('NFC'))) };
}

function addresses(text: string): AddressPattern {
  if (text.includes('?')) throw new Error('A pattern has no query (“?…”): it matches a page with every query.');
  if (/#(?!!?\/)/.test(text)) throw new Error('A pattern has a “#” only in front of a route, as in /app#/hr/**.');
  if (/[\s\\{}[\]|^<>"`]/.test(text)) throw new Error('A pattern has no spaces, and none of \\ { } [ ] | ^ < > " `.');
  if (dotSegment.test(text)) throw new Error('A pattern has no segments “.” and “..”.');
  const origin = text.startsWith('/') ? null : originOf(text);
  const rest = origin === null ? text : text.replace(/^[^/]*:\/\/[^/#]*/, '');
  const { path, route } = partsOf(foldAddress(new URL(anyOrigin + rest), []))!;
  return { text, of: 'addresses', origin, path: parseGlob(path), route: route === null ? null : parseGlob(route) };
}

function originOf(text: string): string {
  const [written = ''] = /^[^/]*:\/\/[^/#]*/.exec(text) ?? [];
  const url = URL.canParse(written) && !written.includes('*') ? new URL(written) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password)
    throw new Error('The origin of a pattern is one such as https://intranet.example.org, without wildcards.');
  return foldOrigin(url);
}

/** The name of a page as patterns look at it. It is read once for all patterns that it is compared with. */
export interface PageName {
  readonly key: string;
  readonly isHash: boolean;
  /** Null for a plain name. */
  readonly parts: Parts | null;
  /** The same as web servers may read them. */
  readonly served: Pick<Parts, 'path' | 'route'> | null;
}

/** @param key - As `page-key.ts` folds it. */
export function readPageName(key: string): PageName {
  const parts = partsOf(key);
  const served = parts && {
    path: servedPath(parts.path),
    route: parts.route === null ? null : servedPath(parts.route),
  };
  return { key: parts === null ? folded(key) : key, isHash: hashed.test(key), parts, served };
}

/** Whether the page of a name is certainly one of a pattern: for what a pattern allows. */
export function matches(pattern: PagePattern, name: string | PageName): boolean {
  if (pattern.of === 'all') return true;
  const { key, isHash, parts } = typeof name === 'string' ? readPageName(name) : name;
  if (pattern.of === 'names') return parts === null && globMatches(pattern.name, key);
  if (parts === null || (pattern.origin !== null && pattern.origin !== parts.origin)) return false;
  return isHash ? hasEveryPath(pattern) : fits(pattern, parts);
}

/**
 * Whether the page of a name may be one of a pattern: for what a pattern restricts. It also matches addresses that some web
 * server takes for one that matches, such as `/wiki/..;/hr` and `/hr%2Fpay`, and the hash of a long address, whose path is not
 * known.
 */
export function mayMatch(pattern: PagePattern, name: string | PageName): boolean {
  if (pattern.of !== 'addresses') return matches(pattern, name);
  const { isHash, parts, served } = typeof name === 'string' ? readPageName(name) : name;
  if (parts === null || (pattern.origin !== null && hostOf(pattern.origin) !== hostOf(parts.origin))) return false;
  return isHash || fits(pattern, parts) || fits(pattern, served!);
}

/** The last segment of a pattern where that is the name of an index file, which no key has; null otherwise. */
export function indexNameIn({ text }: PagePattern, indexNames: readonly string[]): string | null {
  const [, last = ''] = /^[^#]*\/([^/#]+)\/*(?:#|$)/.exec(text) ?? [];
  return indexNames.includes(last.toLowerCase()) ? last : null;
}

function fits({ path, route }: AddressPattern, parts: Pick<Parts, 'path' | 'route'>): boolean {
  return globMatches(path, parts.path) && (route === null || globMatches(route, parts.route ?? ''));
}

/** Whether a pattern matches all paths of its origin, known or not. */
function hasEveryPath({ path, route }: AddressPattern): boolean {
  return route === null && path[0] === 'below' && path.length === 3;
}

/** The same pages are often served by http and https. */
function hostOf(origin: string): string {
  return origin.replace(/^https?:/, '');
}

/** The parts of an address that patterns look at; null for a name. */
function partsOf(key: string): Parts | null {
  const { origin, path = '', route } = address.exec(key)?.groups ?? {};
  return origin === undefined
    ? null
    : { origin, path: folded(path), route: route === undefined ? null : folded(route) };
}

/** Without differences of case, for which letters beyond ASCII must not be escaped. */
function folded(text: string): string {
  return text
    .replace(/(?:%[89a-f][0-9a-f])+/gi, (escapes) => {
      try {
        return decodeURIComponent(escapes);
      } catch {
        return escapes;
      }
    })
    .toLowerCase();
}

/** The path that web servers may read in a folded one: with slashes that were escaped, without parameters and dots. */
function servedPath(path: string): string {
  const segments: string[] = [];
  for (const segment of path
    .replace(/%2f|%5c/g, '/')
    .split('/')
    .slice(1)) {
    const name = segment.replace(/;.*$/s, '');
    if (name === '..') segments.pop();
    else segments.push(name.replace(/(?:\.|%20)+$/, ''));
  }
  return segments
    .filter((segment) => segment !== '')
    .map((segment) => `/${segment}`)
    .join('');
}
