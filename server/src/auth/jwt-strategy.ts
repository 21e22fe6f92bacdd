import { errors, type JWTPayload, jwtVerify, type JWTVerifyGetKey, type JWTVerifyOptions } from 'jose';
import type { Clock } from '../platform/clock.ts';
import { remoteKeySet } from './key-set.ts';
import { type SignIn, userNameClaims } from './sign-in.ts';
import { type Claims, SignInRefused, type Strategy } from './strategy.ts';

export interface JwtOptions {
  issuer: string;
  audience: string;
  /** Where the issuer's public keys are, or the secret shared with it. */
  key: { jwksUrl: string } | { secret: string };
  claims: { handle: string; email: string; name: string };
}

// A public key must never be taken for the secret of an HMAC, so each kind of key has its own algorithms.
const secretAlgorithms = ['HS256', 'HS384', 'HS512'];
const publicKeyAlgorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];

/** Takes a token that an issuer signed, from the `Authorization` header alone. */
export function jwtStrategy(signIn: SignIn, options: JwtOptions, clock: Clock): Strategy {
  const verify = verifier(options, clock);
  return {
    async identify(credentials) {
      const token = /^Bearer +([^ ]+)$/i.exec(credentials.header('authorization') ?? '')?.[1];
      if (!token) return null;
      const payload = await verify(token).catch((error: unknown) => {
        if (isTokenAtFault(error)) throw new SignInRefused(`The token was not accepted: ${error.message}.`);
        throw error;
      });
      const viewer = await signIn.viewer(claimsOf(payload, options.claims));
      return { ...viewer, expiresAt: payload.exp! * 1000 };
    },
  };
}

function verifier({ issuer, audience, key }: JwtOptions, clock: Clock): (token: string) => Promise<JWTPayload> {
  const secret = 'secret' in key ? new TextEncoder().encode(key.secret) : null;
  const keySet: JWTVerifyGetKey | null = 'jwksUrl' in key ? remoteKeySet(key.jwksUrl) : null;
  return async (token) => {
    const options: JWTVerifyOptions = {
      issuer,
      audience,
      requiredClaims: ['exp'],
      algorithms: secret ? secretAlgorithms : publicKeyAlgorithms,
      clockTolerance: 5,
      currentDate: new Date(clock.now()),
    };
    return (secret ? await jwtVerify(token, secret, options) : await jwtVerify(token, keySet!, options)).payload;
  };
}

/** Keys that cannot be fetched are no fault of the token. */
function isTokenAtFault(error: unknown): error is Error {
  return (
    error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout) && error.code !== 'ERR_JOSE_GENERIC'
  );
}

function claimsOf(payload: JWTPayload, names: JwtOptions['claims']): Claims {
  const claim = (name: string) =>
    typeof payload[name] === 'string' && payload[name] !== '' ? payload[name] : undefined;
  const userName = claim(names.handle) ?? (claim(names.email) ? undefined : payload.sub);
  const email = claim(names.email);
  return { ...(userName && userNameClaims(userName)), ...(email && { email }), name: claim(names.name) };
}
