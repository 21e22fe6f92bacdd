import assert from 'node:assert/strict';
import { type GlobalId, toGlobalId } from '../../../server/src/platform/ids.ts';
import type { Answer, Employee, Intranet } from '../../support/server/intranet.ts';
import { told } from '../../support/server/told.ts';
import { generator } from '../rights/random.ts';
import { deliveries, levels, type Name, names } from './notice-choices.ts';
import { type Found, NoticeModel } from './notice-model.ts';

const hour = 60 * 60 * 1000;
const kinds = ['REPLIED', 'COMMENTED', 'COMMENTED_ON_YOURS', 'MENTIONED_IN_COMMENT', 'POSTED', 'REACTED_TO_COMMENT'];
const settingsFields = 'settings { mailAvailable }';

/** A page and a group, what is said there, and the model of who is told. */
export class World {
  readonly #random: () => number;
  readonly #history: string[] = [];
  readonly #model = new NoticeModel();
  readonly #seed: number;
  readonly #intranet: Intranet;
  readonly #people: Record<Name, Employee>;
  readonly #ids: ReadonlyMap<Name, GlobalId>;
  readonly #page: GlobalId;
  #group!: { id: GlobalId; handle: string };

  constructor(seed: number, intranet: Intranet, people: Record<Name, Employee>, ids: ReadonlyMap<Name, GlobalId>) {
    this.#seed = seed;
    this.#random = generator(seed);
    this.#intranet = intranet;
    this.#people = people;
    this.#ids = ids;
    this.#page = toGlobalId('Page', `random-${seed}`);
    this.#model.page(this.#page);
  }

  async begin(): Promise<void> {
    const group = { name: `Random ${this.#seed}`, visibility: 'PRIVATE', join: 'INVITE' };
    this.#group = (await this.#intranet.adam.client.mutate('addGroup', group, 'group { id handle }')).group;
    for (const name of ['ana', 'bob'] as const) {
      await this.#setMember(name, 'MEMBER');
      this.#model.setMember(name, true);
    }
    await told(this.#intranet.server);
  }

  async act(): Promise<void> {
    const who = this.#one(names);
    const acts = [
      () => this.#comment(who),
      () => this.#comment(who),
      () => this.#comment(who),
      () => this.#post(who),
      () => this.#edit(),
      () => this.#delete(),
      () => this.#react(who),
      () => this.#react(who),
      () => this.#follow(who),
      () => this.#follow(who),
      () => this.#prefer(who),
      () => this.#mute(who),
      () => this.#mute(who),
      () => this.#hourLater(),
      () => this.#move(who),
      () => this.#read(who),
    ];
    // Who did something last is named first.
    this.#intranet.server.clock.advance(1000);
    await this.#one(acts)();
    // What is done at once may be told in any order.
    await told(this.#intranet.server);
  }

  /** Compares all inboxes. Answers how many notifications are in them. */
  async look(): Promise<number> {
    let found = 0;
    for (const who of names) {
      const query =
        '{ viewer { inbox { unseenCount notifications(first: 50) { nodes { kind peopleCount people { handle } isSeen isRead } } } } }';
      const { viewer } = await this.#people[who].client.query(query);
      const expected = this.#model.inbox(who);
      const inbox = viewer.inbox.notifications.nodes.map((node: Answer) => ({
        ...node,
        people: node.people.map(({ handle }: Answer) => handle),
      }));
      const message = `World ${this.#seed}, ${who}, after:\n${this.#history.join('\n')}`;
      assert.deepEqual(inWords(inbox), inWords(expected.map(asShown)), message);
      assert.equal(viewer.inbox.unseenCount, expected.filter(({ isSeen }) => !isSeen).length, message);
      found += inbox.length;
    }
    return found;
  }

  /** The next world begins with empty inboxes. */
  async end(): Promise<void> {
    const { db } = this.#intranet.server.app.database;
    await db.deleteFrom('inbox').execute();
    await db.deleteFrom('follow').execute();
    await db.deleteFrom('notification_preference').execute();
  }

  async #comment(who: Name): Promise<void> {
    const root = this.#one([...this.#model.roots.values()]);
    const above = this.#one([
      null,
      ...[...this.#model.written.values()].filter((each) => !each.isPost && each.root === root),
    ]);
    const mentions = this.#mentions();
    const { comment } = await this.#people[who].addComment(above?.id ?? root.id, textOf(mentions));
    this.#note(`${who} comments on ${this.#short(above?.id ?? root.id)} for ${mentions.join()}`, comment);
    if (comment) this.#model.comment(comment.id, who, root.id, above?.id ?? null, this.#findable(who, mentions));
  }

  async #post(who: Name): Promise<void> {
    const mentions = this.#mentions();
    const { post } = await this.#people[who].addPost(`group:${this.#group.handle}`, textOf(mentions));
    this.#note(`${who} posts for ${mentions.join()}`, post);
    if (post) this.#model.post(post.id, who, this.#findable(who, mentions));
  }

  async #edit(): Promise<void> {
    const written = this.#one([...this.#model.written.values()]);
    if (!written || written.isPost) return;
    const mentions = this.#mentions();
    const { comment } = await this.#people[written.author].updateComment(
      written.id,
      `${textOf(mentions)} ${this.#history.length}`,
    );
    this.#note(`${written.author} edits ${this.#short(written.id)} for ${mentions.join()}`, comment);
    if (comment) this.#model.edit(written.id, this.#findable(written.author, mentions));
  }

  async #delete(): Promise<void> {
    const written = this.#one([...this.#model.written.values()]);
    if (!written) return;
    const name = `${written.isDeleted ? 'restore' : 'delete'}${written.isPost ? 'Post' : 'Comment'}`;
    const field = written.isPost ? 'post' : 'comment';
    const answer = await this.#people[written.author].client.attempt(
      name,
      { [`${field}Id`]: written.id },
      `${field} { id }`,
    );
    this.#note(`${written.author}: ${name} ${this.#short(written.id)}`, answer[field]);
    if (answer[field]) this.#model.setDeleted(written.id, !written.isDeleted);
  }

  async #react(who: Name): Promise<void> {
    const written = this.#one([...this.#model.written.values()]);
    if (!written) return;
    const reacts = !this.#model.reactions.has(`${written.id}:${who}`);
    const { subject } = await this.#people[who].react(written.id, reacts ? 'LIKE' : null);
    this.#note(`${who} ${reacts ? 'likes' : 'likes no more'} ${this.#short(written.id)}`, subject);
    if (subject) this.#model.react(written.id, who, reacts);
  }

  async #follow(who: Name): Promise<void> {
    const level = this.#one([...levels, null]);
    const [sourceId, source] = this.#source();
    const answer = await this.#people[who].client.attempt('setFollow', { sourceId, level }, 'source { id }');
    this.#note(`${who} follows ${this.#short(source)}: ${level}`, answer.source);
    if (answer.source) this.#model.follow(who, source, level);
  }

  /** The id of something that can be followed, and what it is in the model. */
  #source(): [GlobalId, string] {
    const other = this.#one(names);
    return this.#one([
      ...[...this.#model.roots.keys()].map((id): [GlobalId, string] => [id as GlobalId, id]),
      [this.#group.id, 'group'],
      [this.#ids.get(other)!, `person:${other}`],
    ]);
  }

  async #prefer(who: Name): Promise<void> {
    const kind = this.#one([null, ...kinds]);
    const delivery = this.#one([...deliveries, 'NEVER', null] as const);
    const everywhere: [null, string] = [null, ''];
    const [placeId, place] = this.#one([everywhere, everywhere, this.#source()]);
    const input = { kind, placeId, delivery };
    const { settings } = await this.#people[who].client.attempt('setNotificationPreference', input, settingsFields);
    this.#note(`${who} prefers ${kind} of ${this.#short(place)}: ${delivery}`, settings);
    if (settings) this.#model.choices.prefer(who, place, kind ?? '', delivery);
  }

  async #mute(who: Name): Promise<void> {
    const kind = this.#one([...kinds, null, null, null]);
    const [sourceId, source] = this.#source();
    const isMuting = this.#random() < 0.7;
    const { clock } = this.#intranet.server;
    // Not in the minute after an hour, in which a whole world passes.
    const until = this.#one([Infinity, clock.now() + 0.5 * hour, clock.now() + 1.5 * hour]);
    const input = { ...(kind ? { kind } : { sourceId }), ...(isMuting && isoUntil(until)) };
    const name = isMuting ? 'muteNotifications' : 'unmuteNotifications';
    const { settings } = await this.#people[who].client.attempt(name, input, settingsFields);
    const words = isMuting ? `mutes until ${until}` : 'unmutes';
    this.#note(`${who} ${words}: ${kind ?? this.#short(source)} at ${clock.now()}`, settings);
    if (!settings) return;
    if (isMuting) this.#model[kind ? 'muteKind' : 'mute'](who, kind ?? source, until);
    else this.#model.choices[kind ? 'unmuteKind' : 'unmute'](who, kind ?? source);
  }

  async #hourLater(): Promise<void> {
    const { clock, app } = this.#intranet.server;
    clock.advance(hour);
    // It is due, but the queue need not have seen that yet.
    await app.services.follows.endMutes({ id: '', payload: null, attempt: 1, finish: async () => {} });
    this.#model.choices.clockIs(clock.now());
    this.#history.push(`it is ${clock.now()}`);
  }

  async #move(who: Name): Promise<void> {
    const isIn = this.#model.members.has(who);
    await this.#setMember(who, isIn ? null : who === 'gil' ? 'GUEST' : 'MEMBER');
    this.#history.push(`${who} is ${isIn ? 'out' : 'in'}`);
    this.#model.setMember(who, !isIn);
  }

  async #read(who: Name): Promise<void> {
    const isSeenOnly = this.#random() < 0.5;
    const { client } = this.#people[who];
    const until = '2100-01-01T00:00:00.000Z';
    await (isSeenOnly
      ? client.mutate('markNotificationsSeen', { until }, 'inbox { id }')
      : client.mutate('markNotificationsRead', {}, 'inbox { id }'));
    this.#history.push(`${who} ${isSeenOnly ? 'sees' : 'reads'} all`);
    if (isSeenOnly) this.#model.seeAll(who);
    else this.#model.readAll(who);
  }

  async #setMember(who: Name, role: string | null): Promise<void> {
    const membership = { groupId: this.#group.id, personId: this.#ids.get(who)!, role };
    await this.#intranet.adam.client.mutate('setMembership', membership, 'group { id }');
  }

  #mentions(): Name[] {
    return names.filter(() => this.#random() < 0.25);
  }

  /** Guests find the people of their groups alone. */
  #findable(who: Name, mentions: Name[]): Name[] {
    if (who !== 'gil') return mentions;
    return mentions.filter(
      (each) => each === 'gil' || (this.#model.members.has('gil') && this.#model.members.has(each)),
    );
  }

  #note(what: string, done: unknown): void {
    this.#history.push(done ? what : `${what} (refused)`);
  }

  #short(id: string): string {
    return id.slice(-6);
  }

  #one<Each>(list: readonly Each[]): Each {
    return list[Math.floor(this.#random() * list.length)]!;
  }
}

interface Shown extends Omit<Found, 'people'> {
  people: readonly string[];
  peopleCount: number;
}

function asShown(found: Found): Shown {
  return { ...found, people: found.people.slice(0, 3), peopleCount: found.people.length };
}

/** In one order: what is told at once has none. */
function inWords(inbox: readonly Shown[]): string[] {
  const texts = inbox.map(
    ({ kind, people, peopleCount, isSeen, isRead }) =>
      `${kind} of ${peopleCount}: ${people.join(', ')}${isSeen ? ', seen' : ''}${isRead ? ', read' : ''}`,
  );
  return texts.sort();
}

function isoUntil(until: number): object {
  return until === Infinity ? {} : { until: new Date(until).toISOString() };
}

function textOf(mentions: readonly Name[]): string {
  return `Words for ${mentions.map((name) => `@${name}`).join(' ') || 'all'}`;
}
