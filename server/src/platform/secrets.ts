import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from './clock.ts';

/**
 * Signs what this server hands out and must know again: the first secret signs, and all of them verify, so that one can take the
 * place of another while what was signed before it is still used. It does not hide what it signs.
 */
export class Secrets {
  readonly #secrets: readonly (string | Buffer)[];
  readonly #clock: Clock;

  /** @param secrets - The newest first; null for one of this process alone. */
  constructor(secrets: readonly string[] | null, clock: Clock) {
    this.#secrets = secrets ?? [randomBytes(32)];
    this.#clock = clock;
  }

  /**
   * A text that ends, for one purpose alone: what is signed for another does not count for it.
   *
   * @param expiresAt - In milliseconds since 1970.
   */
  sign(purpose: string, text: string, expiresAt: number): string {
    const content = `${expiresAt}.${Buffer.from(text).toString('base64url')}`;
    return `${content}.${signature(this.#secrets[0]!, purpose, content).toString('base64url')}`;
  }

  /** The text; null for what is not ours, was changed, is for another purpose, or has expired. */
  verify(purpose: string, signed: string): string | null {
    const [, content, expiresAt, text, given] = /^((\d{1,15})\.([\w-]*))\.([\w-]{43})$/.exec(signed) ?? [];
    if (content === undefined || Number(expiresAt) <= this.#clock.now()) return null;
    const signatureGiven = Buffer.from(given!, 'base64url');
    const isOurs = this.#secrets.some((secret) => timingSafeEqual(signature(secret, purpose, content), signatureGiven));
    return isOurs ? Buffer.from(text!, 'base64url').toString() : null;
  }
}

/** By a key of its own for each purpose. */
function signature(secret: string | Buffer, purpose: string, content: string): Buffer {
  const key = createHmac('sha256', secret).update(`parvis ${purpose}`).digest();
  return createHmac('sha256', key).update(content).digest();
}
