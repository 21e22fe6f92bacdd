import { LRUCache } from 'lru-cache';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/log.ts';
import { BadUserName, readUserName } from './user-name.ts';
import { type Claims, type Directory, type SignInDenial, SignInRefused } from './strategy.ts';
import { type Viewer, viewerOf } from '../platform/viewer.ts';

/** What each denial tells the one who signs in, and what it tells who runs the server. */
const denials: Record<SignInDenial, { said: string; logged: string }> = {
  UNKNOWN: {
    said: 'You are not in the directory of this server.',
    logged: 'they are not in the directory, and PARVIS_PROVISION is false',
  },
  DEPARTED: {
    said: 'The directory says that you have left. Ask whoever keeps it.',
    logged: 'the directory has them as departed. A newcomer needs a row of their own with the login name',
  },
  UNPROVED_MAIL: {
    said: 'Your mail address is somebody’s in the directory, and your sign-in does not prove that it is yours. Ask whoever runs this server.',
    logged:
      'their mail is in the directory, and nothing proves that it is theirs. Import their login names, or set PARVIS_JWT_EMAIL_TRUSTED if the issuer proves mails. See docs/identity.md',
  },
  NO_SUBJECT: {
    said: 'Your token has no subject, and others for you had one. Sign in again.',
    logged: 'the token has no `sub`, and the person is known by one',
  },
  NO_NAME: {
    said: 'Your sign-in does not say who you are.',
    logged: 'there is neither a subject nor a user name nor a proved mail in it',
  },
};

const hour = 60 * 60 * 1000;
/** How many different lines are kept from being logged again. */
const mostLines = 1000;

export interface SignInOptions {
  directory: Directory;
  /** Whether to add a person who is not in the directory yet. */
  provision: boolean;
  /** Domains and realms that are taken away from user names. */
  domains: readonly string[];
  log: Logger;
  clock: Clock;
}

/** Finds, or adds, the person that somebody trusted vouches for. */
export class SignIn {
  readonly #options: SignInOptions;
  /** The lines of the last hour: one broken proxy would fill a disk. */
  readonly #logged: LRUCache<string, true>;

  constructor(options: SignInOptions) {
    this.#options = options;
    // One that is as old as its ttl still counts.
    this.#logged = new LRUCache({ max: mostLines, ttl: hour - 1, ttlResolution: 0, perf: options.clock });
  }

  /** @throws {SignInRefused} for somebody who is not in the directory and is not to be added, or whose mail is not proved. */
  async viewer(claims: Claims): Promise<Viewer> {
    const outcome = await this.#options.directory.signIn(claims, this.#options.provision);
    const given = claims.userName ?? claims.mails[0] ?? claims.doubtfulMails[0] ?? claims.account?.subject ?? '';
    if ('denial' in outcome) {
      const { said, logged } = denials[outcome.denial];
      this.#warn(given, `sign-in refused: ${logged}`);
      throw new SignInRefused(said, null);
    }
    const { person, role, isNew, wanted } = outcome;
    if (isNew) this.#options.log.info({ given, handle: person.handle }, 'somebody new signed in');
    if (isNew && wanted)
      this.#warn(
        given,
        `the handle ${wanted} is somebody else’s, so that who signed in is ${person.handle} now. If both are one person: parvis people merge ${wanted} ${person.handle}`,
      );
    return viewerOf(person, role);
  }

  /**
   * A user name, without domain and realm.
   *
   * @throws {SignInRefused} for what is none: nobody is found or made by it.
   */
  userName(given: string): string {
    try {
      return readUserName(given, this.#options.domains);
    } catch (error) {
      throw error instanceof BadUserName ? this.refused(given, `the user name cannot be one: ${error.message}`) : error;
    }
  }

  /** What to throw for a sign-in that is malformed. It is in the log. */
  refused(given: string, reason: string): SignInRefused {
    this.#warn(given, `sign-in refused: ${reason}`);
    return new SignInRefused(`This sign-in is not accepted: ${reason}.`, null);
  }

  #warn(given: string, message: string): void {
    const line = `${message}\n${given}`;
    if (this.#logged.has(line)) return;
    this.#logged.set(line, true);
    this.#options.log.warn({ given: given.slice(0, 200) }, message);
  }
}
