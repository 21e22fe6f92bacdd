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
