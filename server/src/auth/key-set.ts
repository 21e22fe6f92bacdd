import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';

/** After how long the keys are fetched again, in milliseconds. */
const fresh = 10 * 60_000;
/** How long the known keys are used if they cannot be fetched then, in milliseconds. */
const stale = 60 * 60_000;
/** An unknown key in a token may be new, or made up: the shortest time between two fetches for that, in milliseconds. */
const pause = 1_000;

/** The issuer's keys cannot be fetched, so that no token can be checked. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
}

/**
 * The public keys of an issuer.
 *
 * @throws {KeysUnavailable} when they cannot be fetched; all other errors mean that the token is invalid.
 */
export function remoteKeySet(url: string): JWTVerifyGetKey {
  const keys = createRemoteJWKSet(new URL(url), { cacheMaxAge: stale, cooldownDuration: pause });
  let asked = performance.now();
  const lookUp: JWTVerifyGetKey = async (header, token) => {
    if (performance.now() - asked > fresh) {
      asked = performance.now();
      // This request need not wait for it.
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
        // Keys were fetched a moment ago for another token with an unknown key. The key of this token may be newer.
        if (!isUnknown(error) || !keys.coolingDown) throw error;
        await new Promise((resolve) => setTimeout(resolve, pause));
        return await lookUp(header, token);
      }
    } catch (error) {
      if (isUnknown(error) || error instanceof errors.JWKSMultipleMatchingKeys) throw error;
      throw new KeysUnavailable(`The keys at ${url} cannot be fetched: ${reason(error)}.`, { cause: error });
    }
  };
}

/** Why the keys cannot be fetched; null if they can. */
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
