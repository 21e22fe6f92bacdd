import { decodeJwt, errors, type JWTPayload, jwtVerify, type JWTVerifyGetKey, type JWTVerifyOptions } from 'jose';
import type { Clock } from '../platform/clock.ts';
import { remoteKeySet } from './key-set.ts';
import type { SignIn } from './sign-in.ts';
import { type Claims, SignInRefused, type Strategy } from './strategy.ts';
import { BadUserName, isPlaceholder, readMailAddress, readUserName } from './user-name.ts';

export interface JwtOptions {
  issuer: string;
  audience: string;
  /** Where the issuer's public keys are, or the secret shared with it. */
  key: { jwksUrl: string } | { secret: string };
  claims: { handle: string; email: string; name: string };
  /** Whether the issuer has proved the mail addresses of its tokens. */
  provesMails: boolean;
  /** How far the clock of the issuer may differ from ours, in seconds. */
  clockTolerance: number;
}

/** The longest subject of OpenID Connect. */
const longestSubject = 255;

// A public key must never be taken for the secret of an HMAC, so each kind of key has its own algorithms.
const secretAlgorithms = ['HS256', 'HS384', 'HS512'];
const publicKeyAlgorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];

/** Takes a token that an issuer signed, from the `Authorization` header alone. */
export function jwtStrategy(signIn: SignIn, options: JwtOptions, clock: Clock): Strategy {
  const verify = verifier(options, clock);
  return {
    async identify(credentials) {
      // Node would take the first: it may be the browser's, and the second that of a proxy which signs people in.
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
  const secret = 'secret' in key ? new TextEncoder().encode(key.secret) : null;
  const keySet: JWTVerifyGetKey | null = 'jwksUrl' in key ? remoteKeySet(key.jwksUrl) : null;
  return async (token) => {
    const options: JWTVerifyOptions = {
      issuer,
      audience,
      requiredClaims: ['exp'],
      algorithms: secret ? secretAlgorithms : publicKeyAlgorithms,
      clockTolerance,
      currentDate: new Date(clock.now()),
    };
    const { payload } = secret ? await jwtVerify(token, secret, options) : await jwtVerify(token, keySet!, options);
    if (typeof payload.iat === 'number' && payload.iat > clock.now() / 1000 + clockTolerance)
      throw new errors.JWTClaimValidationFailed('"iat" claim timestamp check failed (it is in the future)', payload);
    return payload;
  };
}

/** With what those who run the page need to find the wrong setting; never the token itself. */
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

/** Keys that cannot be fetched are no fault of the token. */
function isTokenAtFault(error: unknown): error is Error {
  return (
    error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout) && error.code !== 'ERR_JOSE_GENERIC'
  );
}

/** @throws {SignInRefused} for claims that are malformed, and so may mean anybody. */
function claimsOf(payload: JWTPayload, { issuer, claims, provesMails }: JwtOptions, signIn: SignIn): Claims {
  const subject = subjectOf(payload, signIn);
  const given = payload[claims.handle] ?? '';
  if (typeof given !== 'string')
    throw signIn.refused(JSON.stringify(given), `the claim ${claims.handle} is not a text`);
  const bySubject = given === '' && !payload[claims.email] && subject !== null;
  const names = bySubject ? namesOf(subject) : { userName: given === '' ? undefined : signIn.userName(given) };
  const mail = readMailAddress(payload[claims.email]);
  const mails = mail && provesMails && isVerified(payload['email_verified']) ? [mail] : [];
  // People choose their user name, so that one which looks like a mail address proves nothing.
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
    throw signIn.refused(JSON.stringify(sub), 'the claim sub is none: it takes a text of 1 to 255 characters');
  return sub;
}

/** What a subject says where nothing else names the person. It may have signs that no user name has. */
function namesOf(subject: string): Pick<Claims, 'userName' | 'formerHandle'> {
  const formerHandle = subject.toLowerCase().replace(/[|:/]/g, '-');
  try {
    return { userName: readUserName(subject, []) };
  } catch (error) {
    if (!(error instanceof BadUserName)) throw error;
    return /^[a-z0-9][a-z0-9._-]*$/.test(formerHandle) ? { formerHandle } : {};
  }
}

/** Whether the issuer does not say otherwise. Many leave the claim out. */
function isVerified(claim: unknown): boolean {
  return claim === undefined || claim === true || claim === 'true';
}
