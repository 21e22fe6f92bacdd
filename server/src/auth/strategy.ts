import type { PersonIdentity, Role, Viewer } from './viewer.ts';

/** What a strategy may look at. */
export interface Credentials {
  readonly remoteAddress: string;
  /** @param name - In lower case. */
  header(name: string): string | null;
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

/** As much as a token or a proxy tells of a person. */
export interface Claims {
  handle?: string | undefined;
  email?: string | undefined;
  name?: string | undefined;
}

export interface IdentifiedPerson {
  person: PersonIdentity;
  role: Role;
}

/** What the strategies ask of the directory. */
export interface Directory {
  /** The active person of a handle or, failing that, of an e-mail address. */
  identify(claims: { handle?: string | undefined; email?: string | undefined }): Promise<IdentifiedPerson | null>;
  /** Adds somebody who signs in for the first time. Null where there is, or was, such a person who may not sign in. */
  provision(
    claims: Required<Pick<Claims, 'handle' | 'name'>> & { email?: string | undefined },
  ): Promise<IdentifiedPerson | null>;
}

/** Somebody showed what should prove who they are, and it does not. */
export class SignInRefused extends Error {
  override readonly name = 'SignInRefused';
}
