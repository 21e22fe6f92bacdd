import type { IdentifiedPerson, Viewer } from '../platform/viewer.ts';

/** The parts of a request that a strategy may read. */
export interface Credentials {
  readonly remoteAddress: string;
  /** @param name - In lower case. */
  header(name: string): string | null;
  /** Whether a header was sent more than once. @param name - In lower case. */
  isRepeated(name: string): boolean;
}

/** One method to identify the viewer. */
export interface Strategy {
  /**
   * The viewer; null if this method does not know, so that the next strategy is asked.
   *
   * @throws {SignInRefused} if the credentials are invalid: then no other strategy is asked.
   */
  identify(credentials: Credentials): Promise<Viewer | null>;
}

/** What a token or a proxy says of a person, parsed and well formed. */
export interface Claims {
  /** The permanent identity at the issuer of a token; the subject is null if the token has none. */
  account?: { issuer: string; subject: string | null } | undefined;
  /** A handle, login name or mail address: the name by which the person signs in. */
  userName?: string | undefined;
  /** The handle that older versions, without accounts, derived from the subject. */
  formerHandle?: string | undefined;
  /** Mail addresses that their source has verified. */
  mails: readonly string[];
  /** Mail addresses that are not verified: they find no one. */
  doubtfulMails: readonly string[];
  name?: string | undefined;
}

/** Why an identified person is not let in. */
export type SignInDenial =
  /** Not in the directory, and may not be added. */
  | 'UNKNOWN'
  /** In the directory, as departed. */
  | 'DEPARTED'
  /** Their mail address is in the directory, but it is not proved to be theirs. */
  | 'UNPROVED_MAIL'
  /** A token without a subject names a person who has an account with one. */
  | 'NO_SUBJECT'
  /** Nothing identifies them for the next time. */
  | 'NO_NAME';

export type SignInOutcome =
  /** @param wanted - For a new person: the handle that they would have, if it were not taken. */
  (IdentifiedPerson & { isNew: boolean; wanted?: string | undefined }) | { denial: SignInDenial };

/** The part of the directory that strategies use. */
export interface Directory {
  /** The active person of a handle. */
  identify(claims: { handle: string }): Promise<IdentifiedPerson | null>;
  /** The person whom a strategy identifies. @param provision - Whether to add a person who is not in the directory. */
  signIn(claims: Claims, provision: boolean): Promise<SignInOutcome>;
}

/** The credentials of a request are invalid. */
export class SignInRefused extends Error {
  override readonly name = 'SignInRefused';

  /** For the log: what came, and what was expected. Null if it is logged already. */
  readonly details: object | null;

  constructor(message: string, details: object | null = {}) {
    super(message);
    this.details = details;
  }
}
