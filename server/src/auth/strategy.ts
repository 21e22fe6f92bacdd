import type { PersonIdentity, Role, Viewer } from '../platform/viewer.ts';

/** What a strategy may look at. */
export interface Credentials {
  readonly remoteAddress: string;
  /** @param name - In lower case. */
  header(name: string): string | null;
  /** Whether a header came more than once. @param name - In lower case. */
  isRepeated(name: string): boolean;
}

/** One way to find out who is asking. */
export interface Strategy {
  /**
   * The viewer; null where this way does not know, so that the next is asked.
   *
   * @throws {SignInRefused} where somebody says who they are and it does not hold: then nobody else is asked.
   */
  identify(credentials: Credentials): Promise<Viewer | null>;
}

/** As much as a token or a proxy tells of a person, read and found to be well formed. */
export interface Claims {
  /** Who the issuer of a token says it is, for ever. No subject where the token has none. */
  account?: { issuer: string; subject: string | null } | undefined;
  /** A handle, login name or mail address: what people call themselves where they sign in. */
  userName?: string | undefined;
  /** The handle that was made of the subject by versions that had no accounts. */
  formerHandle?: string | undefined;
  /** Mail addresses that whoever gives them has proved. */
  mails: readonly string[];
  /** Mail addresses that nobody proved: nobody is found by them. */
  doubtfulMails: readonly string[];
  name?: string | undefined;
}

export interface IdentifiedPerson {
  person: PersonIdentity;
  role: Role;
}

/** Why somebody who proved who they are is not let in. */
export type SignInDenial =
  /** Not in the directory, and not to be added. */
  | 'UNKNOWN'
  /** In the directory, as somebody who has left. */
  | 'DEPARTED'
  /** Somebody has this mail address, and it is not proved that it is this one. */
  | 'UNPROVED_MAIL'
  /** A token without a subject names somebody who is known by one. */
  | 'NO_SUBJECT'
  /** There is nothing to know them by the next time. */
  | 'NO_NAME';

export type SignInOutcome =
  /** @param wanted - Of somebody new: the handle that they would have, were it not somebody else's. */
  (IdentifiedPerson & { isNew: boolean; wanted?: string | undefined }) | { denial: SignInDenial };

/** What the strategies ask of the directory. */
export interface Directory {
  /** The active person of a handle. */
  identify(claims: { handle: string }): Promise<IdentifiedPerson | null>;
  /** Who somebody is that a strategy vouches for. @param provision - Whether to add a person who is not there yet. */
  signIn(claims: Claims, provision: boolean): Promise<SignInOutcome>;
}

/** Somebody showed what should prove who they are, and it does not. */
export class SignInRefused extends Error {
  override readonly name = 'SignInRefused';

  /** For the log: what came, and what was expected. Null where the log has it already. */
  readonly details: object | null;

  constructor(message: string, details: object | null = {}) {
    super(message);
    this.details = details;
  }
}
