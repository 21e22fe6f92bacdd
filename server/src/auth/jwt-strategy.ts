import {
  decodeJwt,
  errors,
  type JWTPayload,
  jwtVerify,
  type JWTVerifyGetKey,
  type JWTVerifyOptions,
  type JWTVerifyResult,
} from 'jose';
import type { Clock } from '../platform/clock.ts';
import { remoteKeySet } from './key-set.ts';
import { isPassType } from './pass-type.ts';
import type { SignIn } from './sign-in.ts';
import { type Claims, SignInRefused, type Strategy } from './strategy.ts';
import { BadUserName, isPlaceholder, readMailAddress, readUserName } from './user-name.ts';

export interface JwtOptions {
  issuer: string;
  audience: string;
  /** The address of the issuer's public keys, or the secrets shared with it, by any of which a token may be signed. */
  key: { jwksUrl: string } | { secrets: readonly string[] };
  claims: { handle: string; email: string; name: string };
  /** Whether the issuer has verified the mail addresses of its tokens. */
  provesMails: boolean;
  /** How far the issuer's clock may differ from ours, in seconds. */
  clockTolerance: number;
}

/** The longest subject that OpenID Connect allows. */
const longestSubject = 255;

// A public key must never be used as an HMAC secret, so each kind of key has its own algorithms.
const secretAlgorithms = ['HS256', 'HS384', 'HS512'];
const publicKeyAlgorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];

/** Accepts a signed token of an issuer, from the `Authorization` header only. */
export function jwtStrategy(signIn: SignIn, options: JwtOptions, clock: Clock): Strategy {
  const verify = verifier(options, clock);
  return {
    async identify(credentials) {
      // Node would use the first, which may be the browser's, while the second is from a proxy that signs people in.
      if (credentials.isRepeated('authorization'))
        throw signIn.refused('', 'the header authorization came more than once');
      const token = /^Bearer +([^ ]+)$/i.exec(credentials.header('authorization') ?? '')?.[1];
      if (!token) return null;
      const payload = await verify(token).catch((error: unknown) => {
        if (isTokenAtFault(error)) throw refused(error, token, options);
        throw error;
      });
      const viewer = await signIn.viewer(claimsOf(payload, options, signIn));
      return { ...viewer, expiresAt: (payload.exp! + options.clockTolerance) * 1000 };
    },
  };
}

function verifier(
  { issuer, audience, key, clockTolerance }: JwtOptions,
  clock: Clock,
): (token: string) => Promise<JWTPayload> {
  const verifyIn = 'secrets' in key ? withSecrets(key.secrets) : withKeySet(remoteKeySet(key.jwksUrl));
  return async (token) => {
    const options: JWTVerifyOptions = {
      issuer,
      audience,
      requiredClaims: ['exp'],
      clockTolerance,
      currentDate: new Date(clock.now()),
    };
    const { payload, protectedHeader } = await verifyIn(token, options);
    // It may have the same issuer and secret, but whoever may read a page need not be let in as its reader.
    if (isPassType(protectedHeader.typ))
      throw new errors.JWTClaimValidationFailed('it is a page pass, which signs no one in', payload, 'typ');
    if (typeof payload.iat === 'number' && payload.iat > clock.now() / 1000 + clockTolerance)
      throw new errors.JWTClaimValidationFailed('"iat" claim timestamp check failed (it is in the future)', payload);
    return payload;
  };
}

type Verify = (token: string, options: JWTVerifyOptions) => Promise<JWTVerifyResult>;

function withKeySet(keySet: JWTVerifyGetKey): Verify {
  return async (token, options) => jwtVerify(token, keySet, { ...options, algorithms: publicKeyAlgorithms });
}

/** Tries one secret after the other, as long as the signature is at fault and nothing else. */
function withSecrets(secrets: readonly string[]): Verify {
  const keys = secrets.map((secret) => new TextEncoder().encode(secret));
  return async (token, options) => {
    for (const [index, key] of keys.entries()) {
      try {
        return await jwtVerify(token, key, { ...options, algorithms: secretAlgorithms });
      } catch (error) {
        const isLast = index === keys.length - 1;
        if (isLast || !(error instanceof errors.JWSSignatureVerificationFailed)) throw error;
      }
    }
    throw new Error('There is no secret by which a token could be verified.');
  };
}

/** With details that help an administrator to find the wrong setting; never the token itself. */
function refused(error: Error, token: string, { issuer, audience }: JwtOptions): SignInRefused {
  return new SignInRefused(`The token was not accepted: ${error.message}.`, {
    came: cameWith(token),
    expected: { iss: issuer, aud: audience },
  });
}

function cameWith(token: string): object | string {
  try {
    const { iss, aud, exp } = decodeJwt(token);
    return JSON.parse(
      JSON.stringify({ iss, aud, exp }, (_key, value: unknown) =>
        typeof value === 'string' ? value.slice(0, 200) : value,
      ),
    ) as object;
  } catch {
    return 'no JSON web token';
  }
}

/** If the keys cannot be fetched, the token is not at fault. */
function isTokenAtFault(error: unknown): error is Error {
  return (
    error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout) && error.code !== 'ERR_JOSE_GENERIC'
  );
}

/** @throws {SignInRefused} for malformed claims, which could mean anyone. */
function claimsOf(payload: JWTPayload, { issuer, claims, provesMails }: JwtOptions, signIn: SignIn): Claims {
  const subject = subjectOf(payload, signIn);
  const given = payload[claims.handle] ?? '';
  if (typeof given !== 'string')
    throw signIn.refused(JSON.stringify(given), `the claim ${claims.handle} is not a string`);
  const bySubject = given === '' && !payload[claims.email] && subject !== null;
  const names = bySubject ? namesOf(subject) : { userName: given === '' ? undefined : signIn.userName(given) };
  const mail = readMailAddress(payload[claims.email]);
  const mails = mail && provesMails && isVerified(payload['email_verified']) ? [mail] : [];
  // People can often choose their user name, so one that looks like a mail address proves nothing.
  const doubtfulMails = [mail, readMailAddress(names.userName)].filter(
    (address) => address !== null && !mails.includes(address),
  ) as string[];
  const name = payload[claims.name];
  return {
    account: { issuer, subject },
    ...names,
    mails,
    doubtfulMails,
    name: typeof name === 'string' ? name : undefined,
  };
}

function subjectOf({ sub }: JWTPayload, signIn: SignIn): string | null {
  if (sub === undefined) return null;
  const isText = typeof sub === 'string' && sub !== '' && sub.length <= longestSubject;
  if (!isText || !sub.isWellFormed() || sub.includes('\0') || isPlaceholder(sub))
    throw signIn.refused(JSON.stringify(sub), 'the claim sub is invalid: it must be a string of 1 to 255 characters');
  return sub;
}

/** What identifies the person if only the subject does. It may have characters that no user name has. */
function namesOf(subject: string): Pick<Claims, 'userName' | 'formerHandle'> {
  const formerHandle = subject.toLowerCase().replace(/[|:/]/g, '-');
  try {
    return { userName: readUserName(subject, []) };
  } catch (error) {
    if (!(error instanceof BadUserName)) throw error;
    return /^[a-z0-9][a-z0-9._-]*$/.test(formerHandle) ? { formerHandle } : {};
  }
}

/** False only if the issuer says so: many leave the claim out. */
function isVerified(claim: unknown): boolean {
  return claim === undefined || claim === true || claim === 'true';
}
