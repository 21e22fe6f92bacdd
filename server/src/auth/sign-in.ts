import { LRUCache } from 'lru-cache';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/log.ts';
import { BadUserName, readUserName } from './user-name.ts';
import { type Claims, type Directory, type SignInDenial, SignInRefused } from './strategy.ts';
import { type Viewer, viewerOf } from '../platform/viewer.ts';

/** For each denial, the message for the person and the log line for the administrator. */
export const denials: Record<SignInDenial, { said: string; logged: string }> = {
  UNKNOWN: {
    said: 'You are not in the directory of this server.',
    logged: 'they are not in the directory, and PARVIS_PROVISION is false',
  },
  DEPARTED: {
    said: 'The directory says that you have left. Ask your administrator.',
    logged:
      'they are departed in the directory. A new person with this name needs a row of their own with the login name',
  },
  UNPROVED_MAIL: {
    said: 'Your mail address is in the directory, but your sign-in does not prove that it is yours. Ask your administrator.',
    logged:
      'their mail address is in the directory, but not verified. Import their login names, or set PARVIS_JWT_EMAIL_TRUSTED if the issuer verifies addresses. See docs/identity.md',
  },
  NO_SUBJECT: {
    said: 'Your token has no subject, but earlier ones had. Sign in again.',
    logged: 'the token has no `sub`, but the person has an account with one',
  },
  NO_NAME: {
    said: 'Your sign-in does not contain your name.',
    logged: 'it has neither a subject, nor a user name, nor a verified mail address',
  },
};

const hour = 60 * 60 * 1000;
/** How many different lines are remembered, so that they are not logged again. */
const mostLines = 1000;

export interface SignInOptions {
  directory: Directory;
  /** Whether to add a person who is not in the directory yet. */
  provision: boolean;
  /** Domains and realms to remove from user names. */
  domains: readonly string[];
  log: Logger;
  clock: Clock;
}

/** Finds, or adds, the person whom a trusted proxy or issuer identifies. */
export class SignIn {
  readonly #options: SignInOptions;
  /** The lines of the last hour: without this, one broken proxy could fill a disk. */
  readonly #logged: LRUCache<string, true>;

  constructor(options: SignInOptions) {
    this.#options = options;
    // The cache keeps an entry as old as its ttl.
    this.#logged = new LRUCache({ max: mostLines, ttl: hour - 1, ttlResolution: 0, perf: options.clock });
  }

  /**
   * @throws {SignInRefused} for a person who is not in the directory and may not be added, or whose mail address is not
   * verified.
   */
  async viewer(claims: Claims): Promise<Viewer> {
    const outcome = await this.#options.directory.signIn(claims, this.#options.provision);
    const given = claims.userName ?? claims.mails[0] ?? claims.doubtfulMails[0] ?? claims.account?.subject ?? '';
    if ('denial' in outcome) {
      const { said, logged } = denials[outcome.denial];
      this.#warn(given, `sign-in refused: ${logged}`);
      throw new SignInRefused(said, null);
    }
    const { person, isNew, wanted } = outcome;
    if (isNew) this.#options.log.info({ given, handle: person.handle }, 'a new person signed in');
    if (isNew && wanted)
      this.#warn(
        given,
        `the handle ${wanted} is taken, so the person who signed in is ${person.handle} now. If both are one person: parvis people merge ${wanted} ${person.handle}`,
      );
    return viewerOf(outcome);
  }

  /**
   * A user name, without domain and realm.
   *
   * @throws {SignInRefused} for an invalid one: it neither finds nor adds a person.
   */
  userName(given: string): string {
    try {
      return readUserName(given, this.#options.domains);
    } catch (error) {
      throw error instanceof BadUserName ? this.refused(given, `the user name is invalid: ${error.message}`) : error;
    }
  }

  /** The error for a malformed sign-in, which is logged. */
  refused(given: string, reason: string): SignInRefused {
    this.#warn(given, `sign-in refused: ${reason}`);
    return new SignInRefused(`This sign-in was rejected: ${reason}.`, null);
  }

  #warn(given: string, message: string): void {
    const line = `${message}\n${given}`;
    if (this.#logged.has(line)) return;
    this.#logged.set(line, true);
    this.#options.log.warn({ given: given.slice(0, 200) }, message);
  }
}
