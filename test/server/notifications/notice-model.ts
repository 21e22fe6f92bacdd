import { Choices, type Level, type Name, names } from './notice-choices.ts';

/** A page or a post: what a discussion is about. */
export interface Root {
  readonly id: string;
  /** Null for a page. */
  readonly author: Name | null;
  readonly isInGroup: boolean;
  isDeleted: boolean;
}

interface Written {
  readonly id: string;
  readonly author: Name;
  readonly at: number;
  readonly root: Root;
  /** Null for a post. */
  readonly parent: Written | null;
  readonly isPost: boolean;
  mentions: Name[];
  isDeleted: boolean;
}

interface Told {
  since: number;
  last: number;
  seen: number;
  read: number;
}

interface Notice {
  readonly kind: string;
  readonly thing: string;
  readonly root: Root;
  readonly acts: Map<string, { actor: Name; told: number }>;
  readonly inboxes: Map<Name, Told>;
}

interface Telling {
  kind: string;
  thing: string;
  to: Name[];
  needs: Level;
}

/** What one person finds in their inbox. */
export interface Found {
  kind: string;
  people: Name[];
  isSeen: boolean;
  isRead: boolean;
}

/** Who is told what, in so many words: lists and loops, nothing that is fast. */
export class NoticeModel {
  readonly members = new Set<Name>();
  readonly written = new Map<string, Written>();
  readonly roots = new Map<string, Root>();
  readonly reactions = new Set<string>();
  readonly choices = new Choices();
  readonly #notices: Notice[] = [];
  #time = 0;
  #order = 0;

  page(id: string): void {
    this.roots.set(id, { id, author: null, isInGroup: false, isDeleted: false });
  }

  post(id: string, author: Name, mentions: Name[]): void {
    this.#time += 1;
    const root = { id, author, isInGroup: true, isDeleted: false };
    this.roots.set(id, root);
    this.#add({ id, author, at: this.#time, root, parent: null, isPost: true, mentions, isDeleted: false });
  }

  comment(id: string, author: Name, rootId: string, parentId: string | null, mentions: Name[]): void {
    this.#time += 1;
    const root = this.roots.get(rootId)!;
    const parent = parentId === null ? null : this.written.get(parentId)!;
    this.#add({ id, author, at: this.#time, root, parent, isPost: false, mentions, isDeleted: false });
  }

  edit(id: string, mentions: Name[]): void {
    this.written.get(id)!.mentions = mentions;
    this.#tell(this.written.get(id)!);
  }

  setDeleted(id: string, isDeleted: boolean): void {
    const written = this.written.get(id)!;
    written.isDeleted = isDeleted;
    if (written.isPost) written.root.isDeleted = isDeleted;
    this.#tell(written);
  }

  react(id: string, who: Name, reacts: boolean): void {
    const written = this.written.get(id)!;
    const key = `${id}:${who}`;
    if (reacts) this.reactions.add(key);
    else this.reactions.delete(key);
    const kind = written.isPost ? 'REACTED_TO_POST' : 'REACTED_TO_COMMENT';
    const told = reacts ? [{ kind, thing: id, to: [written.author], needs: 'ANSWERS' as const }] : [];
    this.#settle(key, who, written.root, told, null);
  }

  follow(who: Name, source: string, level: Level | null): void {
    this.choices.follow(who, source, level, this.#time);
  }

  /** @param until - By the clock of the world; Infinity for ever. */
  mute(who: Name, source: string, until: number): void {
    this.choices.mute(who, source, until, this.#time);
    for (const notice of this.#notices) {
      const told = notice.inboxes.get(who);
      if (!told || told.last <= told.read) continue;
      const unread = covered(notice, who).filter(([, act]) => act.told > told.read);
      const isMuted = source.startsWith('person:')
        ? unread.length > 0 && unread.every(([, { actor }]) => `person:${actor}` === source)
        : source === 'group'
          ? notice.root.isInGroup
          : notice.root.id === source && notice.thing !== 'wall';
      if (isMuted) told.seen = told.read = told.last;
    }
  }

  muteKind(who: Name, kind: string, until: number): void {
    this.choices.muteKind(who, kind, until);
    for (const notice of this.#notices) {
      const told = notice.inboxes.get(who);
      if (told && notice.kind === kind && told.last > told.read) told.seen = told.read = told.last;
    }
  }

  /** Adam, who is nobody of the model, lets somebody into the group, or takes them out. */
  setMember(who: Name, isIn: boolean): void {
    if (isIn) this.members.add(who);
    else this.members.delete(who);
    const root = { id: 'group', author: null, isInGroup: true, isDeleted: false };
    const told = { kind: 'MEMBERSHIP_ACCEPTED', thing: `membership:${who}`, to: [who], needs: 'MENTIONS' as const };
    this.#settle(`accepted:${who}`, 'adam' as Name, root, isIn ? [told] : [], null);
  }

  readAll(who: Name): void {
    for (const { inboxes } of this.#notices) {
      const told = inboxes.get(who);
      if (told && told.last > told.read) told.seen = told.read = told.last;
    }
  }

  seeAll(who: Name): void {
    for (const { inboxes } of this.#notices) {
      const told = inboxes.get(who);
      if (told) told.seen = Math.max(told.seen, told.last);
    }
  }

  /** The last first. */
  inbox(who: Name): Found[] {
    return this.#notices
      .filter(({ root, inboxes }) => inboxes.has(who) && !root.isDeleted && this.#reads(who, root))
      .sort((one, other) => other.inboxes.get(who)!.last - one.inboxes.get(who)!.last)
      .map((notice) => {
        const told = notice.inboxes.get(who)!;
        const isRead = told.last <= told.read;
        const acts = covered(notice, who).filter(([, act]) => isRead || act.told > told.read);
        const people = new Set(acts.sort(([, one], [, other]) => other.told - one.told).map(([, { actor }]) => actor));
        return { kind: notice.kind, people: [...people], isSeen: told.last <= told.seen, isRead };
      });
  }

  #add(written: Written): void {
    this.written.set(written.id, written);
    this.#tell(written);
  }

  #tell(written: Written): void {
    const { id, author, root, parent, isPost, mentions, isDeleted } = written;
    const followers = isPost
      ? this.#following(['group', `person:${author}`], written)
      : this.#following([root.id], written);
    const tellings: Telling[] = isPost
      ? [
          { kind: 'MENTIONED_IN_POST', thing: id, to: mentions, needs: 'MENTIONS' },
          { kind: 'POSTED', thing: 'wall', to: followers, needs: 'ALL' },
        ]
      : [
          { kind: 'MENTIONED_IN_COMMENT', thing: id, to: mentions, needs: 'MENTIONS' },
          ...(parent ? [{ kind: 'REPLIED', thing: parent.id, to: [parent.author], needs: 'ANSWERS' as const }] : []),
          ...(root.author
            ? [{ kind: 'COMMENTED_ON_YOURS', thing: root.id, to: [root.author], needs: 'ANSWERS' as const }]
            : []),
          { kind: 'COMMENTED', thing: root.id, to: followers, needs: 'ALL' },
        ];
    this.#settle(id, author, root, isDeleted ? [] : tellings, written);
  }

  /** Those who followed one of these for everything before it was written. */
  #following(sources: string[], { at }: Written): Name[] {
    return names.filter((who) => this.choices.isFollowing(who, sources, at));
  }

  #settle(actId: string, actor: Name, root: Root, tellings: Telling[], written: Written | null): void {
    for (const notice of this.#notices) {
      const isLeft = !tellings.some(({ kind, thing }) => kind === notice.kind && thing === notice.thing);
      if (isLeft && notice.acts.delete(actId)) this.#lower(notice);
    }
    if (tellings.length > 0 && written)
      for (const who of [actor, ...written.mentions]) this.choices.takePart(who, root.id, written.at);
    const named = new Set<Name>();
    for (const { kind, thing, to, needs } of tellings) {
      const notice = this.#noticeOf(kind, thing, root);
      if (!notice.acts.has(actId)) notice.acts.set(actId, { actor, told: ++this.#order });
      const { told: at } = notice.acts.get(actId)!;
      const people = names.filter(
        (who) =>
          to.includes(who) &&
          !named.has(who) &&
          who !== actor &&
          this.#reads(who, root) &&
          this.choices.wants(who, actor, root, needs) &&
          !this.choices.isNever(who, kind, root),
      );
      for (const who of people) {
        const told = notice.inboxes.get(who);
        if (!told) notice.inboxes.set(who, { since: at, last: at, seen: 0, read: 0 });
        else if (told.last < at) told.last = at;
      }
      const isOfOne = thing === actId;
      if (isOfOne)
        for (const [who, { last, read }] of notice.inboxes)
          if (!people.includes(who) && last > read) notice.inboxes.delete(who);
      if (!['COMMENTED', 'POSTED'].includes(kind)) for (const who of to) named.add(who);
    }
  }

  /** What is left of a notice of which an act was undone: what each person was told, by this notice alone. */
  #lower(notice: Notice): void {
    for (const [who, told] of notice.inboxes) {
      const left = covered(notice, who).filter(
        ([id]) => !this.#notices.some((other) => other !== notice && other.acts.has(id) && other.inboxes.has(who)),
      );
      if (left.length === 0) notice.inboxes.delete(who);
      else told.last = Math.min(told.last, Math.max(...left.map(([, act]) => act.told)));
    }
  }

  #noticeOf(kind: string, thing: string, root: Root): Notice {
    let notice = this.#notices.find((each) => each.kind === kind && each.thing === thing);
    if (!notice) this.#notices.push((notice = { kind, thing, root, acts: new Map(), inboxes: new Map() }));
    return notice;
  }

  #reads(who: Name, root: Root): boolean {
    return !root.isInGroup || this.members.has(who);
  }
}

/** The acts of others that a notice tells somebody of. */
function covered({ acts, inboxes }: Notice, who: Name): [string, { actor: Name; told: number }][] {
  const { since, last } = inboxes.get(who)!;
  return [...acts].filter(([, { actor, told }]) => actor !== who && told >= since && told <= last);
}
