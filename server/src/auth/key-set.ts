import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';

/** Keys are asked for again after so long, in milliseconds. */
const fresh = 10 * 60_000;
/** Where they cannot be had then, those that are known serve so long. */
const stale = 60 * 60_000;
/** A token that names an unknown key may come after a rotation, or be made up: keys are asked for no more often than this. */
const pause = 1_000;

/** The issuer's keys cannot be had, so that nobody can say whether a token holds. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
}

/**
 * The public keys of an issuer.
 *
 * @throws {KeysUnavailable} when they cannot be had; what else is thrown is the token's fault.
 */
export function remoteKeySet(url: string): JWTVerifyGetKey {
  const keys = createRemoteJWKSet(new URL(url), { cacheMaxAge: stale, cooldownDuration: pause });
  let asked = performance.now();
  const lookUp: JWTVerifyGetKey = async (header, token) => {
    if (performance.now() - asked > fresh) {
      asked = performance.now();
      // Whoever asks now need not wait for it.
      if (keys.fresh) keys.reload().catch(() => undefined);
    }
    return keys(header, token);
  };
  const isUnknown = (error: unknown) => error instanceof errors.JWKSNoMatchingKey;
  return async (header, token) => {
    try {
      try {
        return await lookUp(header, token);
      } catch (error) {
        // Somebody else's unknown key was looked for a moment ago. This one may have come since.
        if (!isUnknown(error) || !keys.coolingDown) throw error;
        await new Promise((resolve) => setTimeout(resolve, pause));
        return await lookUp(header, token);
      }
    } catch (error) {
      if (isUnknown(error) || error instanceof errors.JWKSMultipleMatchingKeys) throw error;
      throw new KeysUnavailable(`The keys at ${url} cannot be had: ${reason(error)}.`, { cause: error });
    }
  };
}

/** Why the keys cannot be had; null where they can. */
export async function keysTrouble(url: string): Promise<string | null> {
  try {
    await createRemoteJWKSet(new URL(url)).reload();
    return null;
  } catch (error) {
    return reason(error);
  }
}

function reason(error: unknown): string {
  const { message, cause } = error as Error;
  return cause instanceof Error ? `${message} (${cause.message})` : message;
}
