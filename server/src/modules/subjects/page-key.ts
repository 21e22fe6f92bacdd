import { Refusal } from '../../platform/refusal.ts';

const maxLength = 1000;
const plainName = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._~:/@+-]*$/u;

/**
 * The one form of a page's key: an address without query, hash, trailing slash and index.html, or a plain name as it is.
 *
 * @param origins - Those under which addresses are taken.
 * @throws {Refusal} INVALID with the reason.
 */
export function pageKey(text: string, origins: readonly string[]): string {
  if (text.length > maxLength) throw new Refusal('INVALID', `A page key has ${maxLength} characters at most.`);
  if (text.includes('://')) return canonicalAddress(text, origins);
  const name = text.normalize('NFC');
  if (plainName.test(name)) return name;
  throw new Refusal(
    'INVALID',
    `“${text.slice(0, 80)}” is no page key: give an http or https address, or a name of letters, digits and . _ ~ : / @ + - that starts with a letter or digit.`,
  );
}

function canonicalAddress(text: string, origins: readonly string[]): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) {
    throw new Refusal('INVALID', `“${text.slice(0, 80)}” is no http or https address.`);
  }
  if (!origins.includes(url.origin)) {
    throw new Refusal('INVALID', `Pages under ${url.origin} are not served here: PARVIS_ORIGINS does not name it.`);
  }
  const path = canonicalEscapes(url.pathname)
    .replace(/\/index\.html?$/i, '')
    .replace(/\/+$/, '');
  return url.origin + path;
}

/** %7e, %7E and ~ are the same character of an address. */
function canonicalEscapes(path: string): string {
  return path.replace(/%[0-9a-f]{2}/gi, (escape) => {
    const character = String.fromCharCode(parseInt(escape.slice(1), 16));
    return /[\w.~-]/.test(character) ? character : escape.toUpperCase();
  });
}
