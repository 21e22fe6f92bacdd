import { createHmac } from 'node:crypto';

export const passSecret = 'a-secret-that-a-host-page-and-the-server-share';

/** The hash of each algorithm, also of those that no pass may have. */
const hashes: Record<string, string> = { HS256: 'sha256', HS384: 'sha384', HS512: 'sha512' };

const part = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

/**
 * Signs whatever a test says, also what no library would.
 *
 * @param claims - As an object, or as the text of its JSON.
 */
export function signed(header: object, claims: unknown, secret = passSecret): string {
  const text = `${part(header)}.${part(claims)}`;
  const hash = hashes[(header as { alg?: string }).alg ?? ''] ?? 'sha256';
  return `${text}.${createHmac(hash, secret).update(text).digest('base64url')}`;
}

/** What a test says in a pass. */
export interface PassDraft {
  pages: readonly string[];
  may?: string;
  /** In milliseconds. */
  lasts?: number;
  secret?: string;
  iss?: string;
  aud?: string;
  /** In seconds since 1970. */
  iat?: number;
}

/** A pass as the server of a page signs it. @param now - In milliseconds since 1970. */
export function pagePass(now: number, sub: string, { lasts = 3_600_000, secret, ...draft }: PassDraft): string {
  const claims = { iss: 'wiki', aud: 'parvis', sub, may: 'read', iat: Math.floor(now / 1000), ...draft };
  return signed({ alg: 'HS256', typ: 'parvis-pass+jwt' }, { ...claims, exp: claims.iat + lasts / 1000 }, secret);
}
