import { type Claims, type Directory, type IdentifiedPerson, SignInRefused } from './strategy.ts';
import { type Viewer, viewerOf } from './viewer.ts';

/** Finds, or adds, the person that somebody trusted vouches for. */
export class SignIn {
  readonly #directory: Directory;
  readonly #provision: boolean;

  /** @param provision - Whether to add a person who is not in the directory yet. */
  constructor(directory: Directory, provision: boolean) {
    this.#directory = directory;
    this.#provision = provision;
  }

  /** @throws {SignInRefused} for somebody who is not in the directory and is not to be added. */
  async viewer(claims: Claims): Promise<Viewer> {
    const found = (await this.#directory.identify(claims)) ?? (await this.#add(claims));
    if (!found) throw new SignInRefused('You are not in the directory of this server.');
    return viewerOf(found.person, found.role);
  }

  async #add({ handle, email, name }: Claims): Promise<IdentifiedPerson | null> {
    const newHandle = toHandle(handle ?? email?.split('@')[0] ?? '');
    if (!this.#provision || !newHandle) return null;
    return this.#directory.provision({ handle: newHandle, email, name: name?.trim() || newHandle });
  }
}

/** What others write as a user name, as a handle: `J.Dupont` is `j.dupont`. Empty where nothing is left of it. */
function toHandle(userName: string): string {
  return userName
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Mark}/gu, '')
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+|-+$/g, '');
}

/** A user name as others give it: an e-mail address where it looks like one. */
export function userNameClaims(userName: string): Claims {
  const name = userName.trim();
  return name.includes('@') ? { email: name } : { handle: name.toLowerCase() };
}
