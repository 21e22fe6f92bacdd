import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type GlobalId, toGlobalId } from '../../../server/src/platform/ids.ts';
import { Refusal } from '../../../server/src/platform/refusal.ts';
import { type Answer, codes, Employee, type Intranet, startIntranet } from '../../support/server/intranet.ts';
import { pagePass, passSecret } from '../../support/server/page-passes.ts';
import { addPeople } from '../../support/server/test-people.ts';
import { type Name, names } from './group-model.ts';
import { type GroupName, ModelPages, type Reader, type RuleReaders } from './page-model.ts';
import { generator } from './random.ts';

const onPostgres = process.env['PARVIS_TEST_DATABASE'] === 'postgres';
const worlds = Number(process.env['PARVIS_TEST_WORLDS'] ?? (onPostgres ? 30 : 150));
const steps = 24;
const minute = 60_000;
const readers: readonly Reader[] = [...names, 'nobody'];
const pages = ['a1', 'a2', 'b1', 'b2', 'c'] as const;
const patterns = ['a*', 'b*', '*', 'a1', 'b2', 'c'] as const;
const ruleReaders: readonly RuleReaders[] = ['everyone', 'employees', 'pass', 'pass', 'nobody', 'one', 'two'];
const groups: Readonly<Record<GroupName, readonly Name[]>> = { one: ['ana', 'cleo', 'gil'], two: ['bob', 'ana'] };

/** One document for all, which is parsed once. */
const allOf = `query ($keys: [String!]!, $ids: [ID!]!, ${pages.map((page) => `$${page}: String!`).join(', ')}) {
  pages(keys: $keys) { commentCount comments(first: 50) { nodes { id } } } nodes(ids: $ids) { id }
  ${pages.map((page) => `${page}: wall(key: $${page}) { posts(first: 50) { totalCount nodes { id } } }`).join(' ')} }`;

/** What all worlds have. */
interface Shared {
  readonly intranet: Intranet;
  readonly people: Readonly<Record<Reader, Employee>>;
  readonly personIds: Readonly<Record<string, GlobalId>>;
  readonly groups: Readonly<Record<GroupName, { id: GlobalId; handle: string }>>;
}

describe(`pages of ${worlds} random worlds`, () => {
  let intranet: Intranet;
  let shared: Shared;
  before(async () => {
    intranet = await startIntranet({
      PARVIS_RATE_LIMIT: '1000000',
      PARVIS_PARSE_LIMIT: '1000000',
      PARVIS_PASS_KEYS: `wiki ${passSecret} w*`,
    });
    await addPeople(intranet.server, { gil: { name: 'Gil Outside', kind: 'GUEST' } });
    shared = await share(intranet);
  });
  after(() => intranet.close());

  it('are read and written by those of a plain model', async (t) => {
    let done = 0;
    let looks = 0;
    const seen = { read: 0, closed: 0 };
    for (let seed = 1; seed <= worlds; seed++) {
      const world = new World(seed, shared, seen);
      for (let step = 0; step < steps; step++) {
        await world.act();
        if (step % 12 === 11) looks += await world.look();
      }
      await world.end();
      done += world.done;
    }
    t.diagnostic(`${worlds * steps} acts, ${done} of them allowed; ${looks} looks: ${JSON.stringify(seen)}`);
    assert.ok(done > worlds * steps * 0.1);
    assert.ok(seen.read > worlds && seen.closed > worlds);
  });
});

/** Some pages, their model, and what was done with them. */
class World {
  done = 0;
  readonly #seed: number;
  readonly #random: () => number;
  readonly #shared: Shared;
  readonly #seen: { read: number; closed: number };
  readonly #history: string[] = [];
  readonly #model: ModelPages;

  constructor(seed: number, shared: Shared, seen: { read: number; closed: number }) {
    this.#seed = seed;
    this.#random = generator(seed);
    this.#shared = shared;
    this.#seen = seen;
    this.#model = new ModelPages({ one: new Set(groups.one), two: new Set(groups.two) });
    this.#model.now = shared.intranet.server.clock.now();
  }

  async act(): Promise<void> {
    const who = this.#one(names);
    const key = this.#one(pages);
    const acts = [
      () => this.#comment(who, key),
      () => this.#comment(who, key),
      () => this.#post(who, key),
      () => this.#reply(who, key),
      () => this.#rule(who),
      () => this.#rule('adam'),
      () => this.#unrule(),
      () => this.#show(who),
      () => this.#show(who),
      () => this.#show(who),
      () => this.#move(),
      () => this.#open(this.#random() < 0.7 ? 'adam' : who, key),
      () => this.#wait(),
      () => this.#toggle(),
    ];
    await this.#one(acts)();
  }

  /** Compares what each person sees. Answers how often that was. */
  async look(): Promise<number> {
    const model = this.#model;
    const ids = [...model.pages.values()].flatMap(({ comments, posts, replies }) => [
      ...comments,
      ...posts,
      ...replies,
    ]);
    for (const who of readers) {
      const walls = Object.fromEntries(pages.map((page) => [page, `page:${this.#key(page)}`]));
      const variables = { keys: pages.map((page) => this.#key(page)), ids, ...walls };
      const { data } = (await this.#shared.people[who].client.send(allOf, variables)) as Answer;
      for (const [index, page] of pages.entries()) {
        const reads = model.reads(who, page);
        this.#seen[reads ? 'read' : 'closed'] += 1;
        const { comments = [], posts = [] } = model.at(page) ?? {};
        const found = data.pages[index];
        const shown = found && { count: found.commentCount, comments: idsOf(found.comments) };
        this.#compare(who, page, shown, reads ? { count: comments.length, comments: comments.toSorted() } : null);
        const wall = data[page] && { count: data[page].posts.totalCount, posts: idsOf(data[page].posts) };
        this.#compare(who, `wall of ${page}`, wall, reads ? { count: posts.length, posts: posts.toSorted() } : null);
      }
      const read = [...model.pages].filter(([key]) => model.reads(who, key));
      const readable = read.flatMap(([, { comments, posts, replies }]) => [...comments, ...posts, ...replies]);
      const nodes = { nodes: data.nodes.filter((node: unknown) => node) };
      this.#compare(who, 'all', idsOf(nodes), readable.toSorted());
    }
    return readers.length;
  }

  /** Leaves nothing that concerns the next. */
  async end(): Promise<void> {
    for (const pattern of this.#model.rules.keys())
      await this.#shared.people.adam.client.mutate('deletePageRule', { pattern: this.#key(pattern) });
    for (const group of ['one', 'two'] as const)
      for (const who of names)
        if (this.#model.groups[group].has(who) !== groups[group].includes(who)) await this.#setMember(group, who);
  }

  async #comment(who: Name, page: string): Promise<void> {
    const input = { subjectId: toGlobalId('Page', this.#key(page)), body: 'Said' };
    const { comment } = await this.#attempt(who, 'addComment', input, this.#model.writes(who, page), 'comment { id }');
    if (comment) this.#model.ensured(page).comments.push(comment.id);
  }

  async #post(who: Name, page: string): Promise<void> {
    const input = { wallKey: `page:${this.#key(page)}`, body: 'Posted' };
    const { post } = await this.#attempt(who, 'addPost', input, this.#model.writes(who, page), 'post { id }');
    if (post) this.#model.ensured(page).posts.push(post.id);
  }

  async #reply(who: Name, page: string): Promise<void> {
    const found = this.#model.at(page);
    const subjectId = this.#one([...(found?.posts ?? [])]);
    if (!found || !subjectId) return;
    const input = { subjectId, body: 'Answered' };
    const { comment } = await this.#attempt(who, 'addComment', input, this.#model.writes(who, page), 'comment { id }');
    if (comment) found.replies.push(comment.id);
  }

  async #rule(who: Name): Promise<void> {
    const [pattern, meant] = [this.#one(patterns), this.#one(ruleReaders)];
    const readers = meant === 'one' || meant === 'two' ? `group:${this.#shared.groups[meant].handle}` : meant;
    const input = { pattern: this.#key(pattern), readers };
    await this.#attempt(who, 'setPageRule', input, who === 'adam');
    if (who === 'adam') this.#model.rules.set(pattern, meant);
  }

  async #unrule(): Promise<void> {
    const pattern = this.#one(patterns);
    const isThere = this.#model.rules.delete(pattern);
    await this.#attempt('adam', 'deletePageRule', { pattern: this.#key(pattern) }, isThere);
  }

  /** Comes with a pass, which may be of somebody else, or have ended. */
  async #show(who: Name): Promise<void> {
    const of = this.#random() < 0.15 ? this.#one(names) : who;
    const shown = this.#random() < 0.3 ? [this.#one(pages), this.#one(pages)] : [this.#one(pages)];
    const [may, age] = [this.#one(['read', 'write']), this.#random() < 0.1 ? 90 * minute : 0];
    const lasts = (5 + Math.floor(this.#random() * 40)) * minute;
    const signedAt = this.#model.now - age;
    const pass = pagePass(signedAt, of, { pages: shown.map((page) => this.#key(page)), may, lasts });
    this.#history.push(
      `${who} shows a pass of ${of} to ${may} ${shown.join(', ')}, signed at ${signedAt} for ${lasts}`,
    );
    const response = await this.#shared.people[who].client.post({
      query: '{ __typename }',
      extensions: { passes: [pass] },
    });
    const { extensions } = (await response.json()) as Answer;
    const isValid = of === who && age === 0;
    this.#compare(who, `a pass counts (${JSON.stringify(extensions)})`, !extensions?.passHints, isValid);
    const until = Math.floor(signedAt / 1000) * 1000 + lasts;
    if (isValid) this.#model.show({ by: who, keys: shown, until, mayWrite: may === 'write' });
  }

  async #move(): Promise<void> {
    const [from, to] = [this.#one(pages), this.#one(pages)];
    this.#history.push(`${from} moves to ${to}`);
    const { subjects } = this.#shared.intranet.server.app.services;
    const isMoved = await subjects.alias(this.#key(from), this.#key(to)).then(
      () => true,
      (error: unknown) => {
        if (error instanceof Refusal) return false;
        throw error;
      },
    );
    this.#compare('nobody', 'moves', isMoved, this.#model.move(from, to));
  }

  async #open(who: Name, page: string): Promise<void> {
    await this.#attempt(who, 'openPage', { pageId: toGlobalId('Page', this.#key(page)) }, who === 'adam');
    if (who === 'adam') this.#model.open(page);
  }

  async #wait(): Promise<void> {
    const waited = Math.floor(this.#random() * 20) * minute;
    this.#history.push(`${waited / minute} minutes go by`);
    this.#shared.intranet.server.clock.advance(waited);
    this.#model.now += waited;
  }

  async #toggle(): Promise<void> {
    // Ana owns both.
    const [group, who] = [this.#one(['one', 'two'] as const), this.#one(['bob', 'cleo', 'gil'] as const)];
    this.#history.push(`${who} goes in or out of ${group}`);
    await this.#setMember(group, who);
  }

  async #setMember(group: GroupName, who: Name): Promise<void> {
    const members = this.#model.groups[group];
    if (!members.delete(who)) members.add(who);
    await setMember(this.#shared, group, who, members.has(who));
  }

  async #attempt(who: Name, name: string, input: object, may: boolean, selection = ''): Promise<Answer> {
    this.#history.push(`${who} ${name} ${JSON.stringify(input)}`);
    const payload = await this.#shared.people[who].client.attempt(name, { ...input }, selection);
    this.#compare(who, `may ${name} (${codes(payload).join()})`, codes(payload).length === 0, may);
    if (may) this.done += 1;
    return payload;
  }

  #key(page: string): string {
    return `w${this.#seed}:${page}`;
  }

  #compare(who: Reader, what: string, actual: unknown, expected: unknown): void {
    assert.deepEqual(actual, expected, `world ${this.#seed}: ${who}: ${what}, after\n${this.#history.join('\n')}`);
  }

  #one<Thing>(things: readonly Thing[]): Thing {
    return things[Math.floor(this.#random() * things.length)]!;
  }
}

async function share(intranet: Intranet): Promise<Shared> {
  const { ana, adam, nobody, server } = intranet;
  const known = Object.fromEntries(names.map((name) => [name, new Employee(server, name)])) as Record<Name, Employee>;
  const personIds: Record<string, GlobalId> = {};
  for (const name of names)
    personIds[name] = (await adam.client.query(`{ person(handle: "${name}") { id } }`)).person.id;
  const make = async (name: GroupName) =>
    (await ana.client.mutate('addGroup', { name: `Group ${name}` }, 'group { id handle }')).group;
  const made = { one: await make('one'), two: await make('two') };
  const shared = { intranet, people: { ...known, nobody }, personIds, groups: made };
  for (const group of ['one', 'two'] as const)
    for (const who of groups[group]) if (who !== 'ana') await setMember(shared, group, who, true);
  return shared;
}

async function setMember({ intranet, groups: made, personIds }: Shared, group: GroupName, who: Name, isIn: boolean) {
  const role = isIn ? (who === 'gil' ? 'GUEST' : 'MEMBER') : null;
  await intranet.ana.client.mutate('setMembership', { groupId: made[group].id, personId: personIds[who], role });
}

function idsOf({ nodes }: { nodes: readonly { id: string }[] }): string[] {
  return nodes.map(({ id }) => id).toSorted();
}
