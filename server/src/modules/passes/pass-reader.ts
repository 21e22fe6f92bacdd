import {
  compactVerify,
  decodeJwt,
  decodeProtectedHeader,
  errors,
  type JWTPayload,
  type ProtectedHeaderParameters,
} from 'jose';
import { isPassType } from '../../auth/pass-type.ts';
import type { Clock } from '../../platform/clock.ts';
import type { PagePattern } from '../subjects/page-pattern.ts';
import type { PassFault } from './pass-fault.ts';
import type { PassKey } from './pass-settings.ts';

/** What a valid pass says. */
export interface Pass {
  /** The name of the key that signed it. */
  readonly issuer: string;
  /** The person who is signed in at the host page, as a proxy would send their user name. */
  readonly subject: string;
  /** Keys of pages as the host page wrote them: not folded, and not compared with the patterns. */
  readonly pages: readonly string[];
  /** The pages for which the key of this pass may sign at all. */
  readonly patterns: readonly PagePattern[];
  /** Who may write may read. */
  readonly may: 'read' | 'write';
  /** When it expires, in milliseconds since 1970. */
  readonly until: number;
}

const longestPass = 8 * 1024;
const longestSubject = 255;
const mostPages = 100;
/** In seconds. */
const longestValidity = 12 * 60 * 60;
/** How far ahead the clock of the host page may be, in seconds. */
const clockTolerance = 60;
/** Libraries also read Base64 with padding, with spaces and with other letters. A pass has one form. */
const compactForm = /^[\w-]+\.[\w-]+\.[\w-]*$/;
const algorithms = ['HS256', 'HS384', 'HS512'];

/** A reason to refuse a pass, on its way out of the checks. */
class Fault extends Error {
  readonly fault: PassFault;

  constructor(fault: PassFault) {
    super(fault);
    this.fault = fault;
  }
}

/** Reads page passes: what the server of a host page says about the rights of its reader. Knows no person and no page. */
export class PassReader {
  readonly #keys: readonly { name: string; secret: Uint8Array; patterns: readonly PagePattern[] }[];
  readonly #audience: string;
  readonly #clock: Clock;

  /** @param audience - What passes must call this server. */
  constructor(keys: readonly PassKey[], audience: string, clock: Clock) {
    this.#keys = keys.map((key) => ({ ...key, secret: new TextEncoder().encode(key.secret) }));
    this.#audience = audience;
    this.#clock = clock;
  }

  /** What a pass says, or why it counts as none. */
  async read(pass: string): Promise<Pass | PassFault> {
    try {
      if (pass.length > longestPass) throw new Fault('TOO_LONG');
      const { header, claims } = decode(pass);
      checkHeader(header);
      const patterns = await this.#patterns(pass, claims.iss);
      if (![claims.aud].flat().includes(this.#audience)) throw new Fault('OTHER_AUDIENCE');
      const until = validUntil(claims, this.#clock.now() / 1000) * 1000;
      const issuer = String(claims.iss);
      return { issuer, subject: subjectOf(claims), pages: pagesOf(claims), patterns, may: mayOf(claims), until };
    } catch (error) {
      if (error instanceof Fault) return error.fault;
      throw error;
    }
  }

  /** The pages for which the key that signed a pass may sign. */
  async #patterns(pass: string, issuer: unknown): Promise<readonly PagePattern[]> {
    const keys = this.#keys.filter(({ name }) => name === issuer);
    if (keys.length === 0) throw new Fault('UNKNOWN_KEY');
    for (const { secret, patterns } of keys) if (await isSigned(pass, secret)) return patterns;
    throw new Fault('BAD_SIGNATURE');
  }
}

function decode(pass: string): { header: ProtectedHeaderParameters; claims: JWTPayload } {
  if (!compactForm.test(pass)) throw new Fault('MALFORMED');
  try {
    return { header: decodeProtectedHeader(pass), claims: decodeJwt(pass) };
  } catch {
    throw new Fault('MALFORMED');
  }
}

function checkHeader({ typ, alg, crit }: ProtectedHeaderParameters): void {
  if (!isPassType(typ)) throw new Fault('WRONG_TYPE');
  if (!alg || !algorithms.includes(alg)) throw new Fault('WRONG_ALGORITHM');
  if (crit !== undefined) throw new Fault('CRITICAL_HEADER');
}

async function isSigned(pass: string, secret: Uint8Array): Promise<boolean> {
  try {
    await compactVerify(pass, secret, { algorithms });
    return true;
  } catch (error) {
    if (error instanceof errors.JWSSignatureVerificationFailed) return false;
    if (error instanceof errors.JOSEError) throw new Fault('MALFORMED');
    throw error;
  }
}

/** @param now - In seconds since 1970, as the result. */
function validUntil({ iat, exp, nbf }: JWTPayload, now: number): number {
  if (!isTime(iat) || !isTime(exp) || exp <= iat || (nbf !== undefined && !isTime(nbf))) throw new Fault('BAD_TIMES');
  if (Math.max(iat, nbf ?? iat) > now + clockTolerance) throw new Fault('NOT_YET_VALID');
  if (exp <= now) throw new Fault('EXPIRED');
  if (exp - iat > longestValidity) throw new Fault('LASTS_TOO_LONG');
  return exp;
}

function isTime(claim: unknown): claim is number {
  return typeof claim === 'number' && Number.isFinite(claim);
}

function subjectOf({ sub }: JWTPayload): string {
  if (!isPlainText(sub) || sub.length > longestSubject) throw new Fault('BAD_SUBJECT');
  return sub;
}

function pagesOf({ pages }: JWTPayload): readonly string[] {
  if (!Array.isArray(pages) || pages.length === 0) throw new Fault('BAD_PAGES');
  if (pages.length > mostPages) throw new Fault('TOO_MANY_PAGES');
  return pages.map((page: unknown) => {
    if (!isPlainText(page)) throw new Fault('BAD_PAGES');
    if (page.startsWith('/')) throw new Fault('RELATIVE_PAGE');
    return page;
  });
}

/** A text that is not blank, without control characters and halves of characters. */
function isPlainText(claim: unknown): claim is string {
  return typeof claim === 'string' && claim.trim() !== '' && claim.isWellFormed() && !/\p{Cc}/u.test(claim);
}

function mayOf({ may }: JWTPayload): 'read' | 'write' {
  if (may !== 'read' && may !== 'write') throw new Fault('BAD_MAY');
  return may;
}
