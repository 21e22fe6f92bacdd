import type { Name } from './group-model.ts';

/** Who reads pages, written once more as plainly as can be: what a server does is compared with it. */

export type GroupName = 'one' | 'two';
export type Reader = Name | 'nobody';
export type RuleReaders = 'everyone' | 'employees' | 'pass' | 'nobody' | GroupName;

const isEmployee = (who: Reader) => who !== 'gil' && who !== 'nobody';

interface Grant {
  readonly readUntil: number;
  readonly writeUntil: number;
}

/** A page of which there is something. */
export class ModelPage {
  narrowing: 'narrowed' | 'opened' | null = null;
  grants = new Map<Reader, Grant>();
  comments: string[] = [];
  posts: string[] = [];
  replies: string[] = [];
}

export interface ModelPass {
  readonly by: Name;
  readonly keys: readonly string[];
  readonly until: number;
  readonly mayWrite: boolean;
}

export class ModelPages {
  now = 0;
  readonly groups: Record<GroupName, Set<Name>>;
  /** By pattern: a key, or the beginning of keys with a star. */
  readonly rules = new Map<string, RuleReaders>();
  readonly pages = new Map<string, ModelPage>();
  readonly #aliases = new Map<string, string>();

  constructor(groups: Record<GroupName, Set<Name>>) {
    this.groups = groups;
  }

  canonical(key: string): string {
    return this.#aliases.get(key) ?? key;
  }

  at(key: string): ModelPage | undefined {
    return this.pages.get(this.canonical(key));
  }

  ensured(key: string): ModelPage {
    const page = this.at(key) ?? new ModelPage();
    this.pages.set(this.canonical(key), page);
    return page;
  }

  reads(who: Reader, key: string): boolean {
    const meant = this.#meant(key);
    // More than two kinds of readers at once cannot be said, and nobody is in all of them.
    if (meant.size > 2) return false;
    return [...meant].every((readers) => this.#isIn(who, readers, key));
  }

  writes(who: Reader, key: string): boolean {
    if (who === 'nobody' || !this.reads(who, key)) return false;
    const meant = this.#meant(key);
    if (meant.has('pass')) return (this.at(key)!.grants.get(who)?.writeUntil ?? 0) > this.now;
    return meant.has('one') || meant.has('two') || isEmployee(who);
  }

  open(key: string): void {
    this.ensured(key).narrowing = 'opened';
  }

  show({ by, keys, until, mayWrite }: ModelPass): void {
    const grant = { readUntil: until, writeUntil: mayWrite ? until : 0 };
    const isNew = keys.some((key) => this.#takes(key) && !this.#has(by, key, grant));
    if (!isNew) return;
    for (const key of keys) {
      const page = this.ensured(key);
      if (!this.#takes(key)) continue;
      if (!this.#meant(key).has('pass')) page.narrowing = 'narrowed';
      const { readUntil, writeUntil } = page.grants.get(by) ?? grant;
      page.grants.set(by, {
        readUntil: Math.max(readUntil, grant.readUntil),
        writeUntil: Math.max(writeUntil, grant.writeUntil),
      });
    }
  }

  /** Answers whether it can. */
  move(former: string, current: string): boolean {
    const from = this.canonical(former);
    const to = this.canonical(current) === from ? current : this.canonical(current);
    if (from === to) return false;
    const [moved, there] = [this.pages.get(from), this.#aliases.has(to) ? undefined : this.pages.get(to)];
    if (moved && there) this.#absorb(there, moved, this.#meant(to).has('pass'), this.#meant(from).has('pass'));
    else if (moved) this.pages.set(to, moved);
    this.pages.delete(from);
    this.#aliases.delete(to);
    for (const [key, leadsTo] of this.#aliases) if (leadsTo === from) this.#aliases.set(key, to);
    this.#aliases.set(from, to);
    return true;
  }

  /** What was said at both is read by who may read both. */
  #absorb(page: ModelPage, other: ModelPage, isByGrant: boolean, isOtherByGrant: boolean): void {
    const both = [...page.grants].flatMap(([who, grant]): [Reader, Grant][] => {
      const second = other.grants.get(who);
      if (!second) return [];
      const [readUntil, writeUntil] = [
        Math.min(grant.readUntil, second.readUntil),
        Math.min(grant.writeUntil, second.writeUntil),
      ];
      return [[who, { readUntil, writeUntil }]];
    });
    if (isOtherByGrant) page.grants = isByGrant ? new Map(both) : other.grants;
    const narrowings = [page.narrowing, other.narrowing];
    if (narrowings.includes('narrowed')) page.narrowing = 'narrowed';
    else if (page.narrowing !== other.narrowing) page.narrowing = null;
    page.comments.push(...other.comments);
    page.posts.push(...other.posts);
    page.replies.push(...other.replies);
  }

  /** Whether a pass of a page has an effect. */
  #takes(key: string): boolean {
    const meant = this.#meant(key);
    if (meant.has('pass')) return true;
    return this.at(key)?.narrowing !== 'opened' && this.#ruling(key).length === 0;
  }

  #has(who: Reader, key: string, { readUntil, writeUntil }: Grant): boolean {
    const known = this.at(key)?.grants.get(who);
    if (!known || known.readUntil <= this.now || !this.#meant(key).has('pass')) return false;
    return known.readUntil >= readUntil && known.writeUntil >= writeUntil;
  }

  /** All whose readers are meant; nothing where everyone reads. */
  #meant(key: string): Set<RuleReaders> {
    const meant = new Set(this.#ruling(key));
    if (this.at(key)?.narrowing === 'narrowed') meant.add('pass');
    meant.delete('everyone');
    return meant;
  }

  #ruling(key: string): RuleReaders[] {
    const canonical = this.canonical(key);
    const names = [canonical, ...[...this.#aliases].filter(([, to]) => to === canonical).map(([from]) => from)];
    const isOf = (pattern: string, name: string) =>
      pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
    return [...this.rules].filter(([pattern]) => names.some((name) => isOf(pattern, name))).map(([, to]) => to);
  }

  #isIn(who: Reader, readers: RuleReaders, key: string): boolean {
    if (readers === 'nobody') return false;
    if (readers === 'everyone') return true;
    if (readers === 'employees') return isEmployee(who);
    if (readers === 'pass') return (this.at(key)?.grants.get(who)?.readUntil ?? 0) > this.now;
    return this.groups[readers].has(who as Name);
  }
}
