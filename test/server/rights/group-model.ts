/** What groups are, written once more as plainly as can be: what a server does is compared with it. */

export const names = ['ana', 'bob', 'cleo', 'adam', 'gil'] as const;
export type Name = (typeof names)[number];
export type Role = 'OWNER' | 'ANIMATOR' | 'MEMBER' | 'GUEST';
export type Visibility = 'PUBLIC' | 'PRIVATE' | 'HIDDEN';

const isOutsider = (who: Name) => who === 'gil';
const isAdmin = (who: Name) => who === 'adam';
const isModerator = (who: Name) => who === 'cleo' || who === 'adam';

export interface ModelPost {
  readonly author: Name;
  /** Whether all employees read it, if its group is there. */
  isOpen: boolean;
  isDeleted: boolean;
}

export class ModelGroup {
  visibility: Visibility;
  isArchived = false;
  isDeleted = false;
  readonly roles = new Map<Name, Role>();
  readonly posts = new Map<string, ModelPost>();

  constructor(owner: Name, visibility: Visibility) {
    this.visibility = visibility;
    this.roles.set(owner, 'OWNER');
  }

  knows(who: Name): boolean {
    if (this.isDeleted) return this.manages(who);
    return this.roles.has(who) || isAdmin(who) || (this.visibility !== 'HIDDEN' && !isOutsider(who));
  }

  manages(who: Name): boolean {
    return this.roles.get(who) === 'OWNER' || isAdmin(who);
  }

  animates(who: Name): boolean {
    return this.manages(who) || this.roles.get(who) === 'ANIMATOR';
  }

  readsWall(who: Name): boolean {
    return !this.isDeleted && (this.roles.has(who) || (this.visibility === 'PUBLIC' && !isOutsider(who)));
  }

  reads(who: Name, post: ModelPost): boolean {
    return !this.isDeleted && !post.isDeleted && (this.roles.has(who) || (post.isOpen && !isOutsider(who)));
  }

  writes(who: Name): boolean {
    return this.#isWritten && this.roles.has(who) && this.roles.get(who) !== 'GUEST';
  }

  comments(who: Name, post: ModelPost): boolean {
    return this.#isWritten && this.reads(who, post) && this.roles.has(who);
  }

  deletes(who: Name, post: ModelPost): boolean {
    const runs = this.roles.get(who) === 'OWNER' || this.roles.get(who) === 'ANIMATOR';
    return this.reads(who, post) && (post.author === who || runs || isModerator(who));
  }

  joins(who: Name): boolean {
    return this.#isWritten && this.knows(who) && this.visibility !== 'HIDDEN' && !isOutsider(who);
  }

  leaves(who: Name): boolean {
    return !this.isDeleted && this.roles.has(who) && !this.#isLastOwner(who);
  }

  names(who: Name, target: Name, role: Role | null): boolean {
    if (!this.#isWritten || !this.knows(who) || !this.animates(who)) return false;
    const runs = (each: Role | null | undefined) => each === 'OWNER' || each === 'ANIMATOR';
    if (isOutsider(target) && runs(role)) return false;
    if (role !== 'OWNER' && this.#isLastOwner(target)) return false;
    return this.manages(who) || (!runs(this.roles.get(target)) && !runs(role));
  }

  /** @param opens - Whether what was said before is opened with the group. */
  become(visibility: Visibility, opens: boolean): void {
    if (visibility !== 'PUBLIC') for (const post of this.posts.values()) post.isOpen = false;
    else if (opens) for (const post of this.posts.values()) post.isOpen = true;
    this.visibility = visibility;
  }

  get #isWritten(): boolean {
    return !this.isArchived && !this.isDeleted;
  }

  #isLastOwner(who: Name): boolean {
    return this.roles.get(who) === 'OWNER' && [...this.roles.values()].filter((role) => role === 'OWNER').length === 1;
  }
}
