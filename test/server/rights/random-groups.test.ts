import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { GlobalId } from '../../../server/src/platform/ids.ts';
import { codes, Employee, type Intranet, startIntranet } from '../../support/server/intranet.ts';
import { addPeople } from '../../support/server/test-people.ts';
import { ModelGroup, type Name, names, type Role, type Visibility } from './group-model.ts';
import { generator } from './random.ts';

const onPostgres = process.env['PARVIS_TEST_DATABASE'] === 'postgres';
const worlds = Number(process.env['PARVIS_TEST_WORLDS'] ?? (onPostgres ? 40 : 150));
const steps = 20;
const roles: readonly (Role | null)[] = ['OWNER', 'ANIMATOR', 'MEMBER', 'GUEST', null];
const visibilities: readonly Visibility[] = ['PUBLIC', 'PRIVATE', 'HIDDEN'];

describe(`${worlds} random groups`, () => {
  let intranet: Intranet;
  let people: Record<Name, Employee>;
  const personIds = new Map<Name, GlobalId>();
  before(async () => {
    intranet = await startIntranet({ PARVIS_RATE_LIMIT: '1000000', PARVIS_PARSE_LIMIT: '1000000' });
    await addPeople(intranet.server, { gil: { name: 'Gil Outside', kind: 'GUEST' } });
    people = Object.fromEntries(names.map((name) => [name, new Employee(intranet.server, name)])) as typeof people;
    for (const name of names)
      personIds.set(name, (await intranet.adam.client.query(`{ person(handle: "${name}") { id } }`)).person.id);
  });
  after(() => intranet.close());

  it('are read and written by those of a plain model', async (t) => {
    let done = 0;
    let looks = 0;
    for (let seed = 1; seed <= worlds; seed++) {
      const world = new World(seed, people, personIds);
      await world.begin();
      for (let step = 0; step < steps; step++) {
        await world.act();
        if (step % 10 === 9) looks += await world.look();
      }
      done += world.done;
    }
    t.diagnostic(`${worlds * steps} acts, ${done} of them allowed; ${looks} looks`);
    assert.ok(done > worlds * steps * 0.1);
  });
});

/** One group, its model, and what was done with it. */
class World {
  done = 0;
  readonly #seed: number;
  readonly #random: () => number;
  readonly #people: Record<Name, Employee>;
  readonly #personIds: ReadonlyMap<Name, GlobalId>;
  readonly #history: string[] = [];
  #model!: ModelGroup;
  #group!: { id: GlobalId; handle: string };

  constructor(seed: number, people: Record<Name, Employee>, personIds: ReadonlyMap<Name, GlobalId>) {
    this.#seed = seed;
    this.#random = generator(seed);
    this.#people = people;
    this.#personIds = personIds;
  }

  async begin(): Promise<void> {
    const visibility = this.#one(visibilities);
    const owner = this.#one(['ana', 'bob'] as const);
    this.#history.push(`${owner} makes it ${visibility}`);
    const join = visibility === 'HIDDEN' ? 'INVITE' : 'OPEN';
    const made = { name: `Group ${this.#seed}`, visibility, join };
    this.#group = (await this.#people[owner].client.mutate('addGroup', made, 'group { id handle }')).group;
    this.#model = new ModelGroup(owner, visibility);
  }

  async act(): Promise<void> {
    const who = this.#one(names);
    const model = this.#model;
    const post = this.#one([...model.posts.keys()]);
    const acts = [
      () => this.#post(who),
      () => this.#post(who),
      () =>
        post &&
        this.#attempt(
          who,
          'addComment',
          { subjectId: post, body: 'Said' },
          model.comments(who, model.posts.get(post)!),
        ),
      () =>
        post &&
        this.#attempt(
          who,
          'setReaction',
          { subjectId: post, content: 'LIKE' },
          model.comments(who, model.posts.get(post)!),
        ),
      () =>
        post &&
        this.#attempt(
          who,
          'deletePost',
          { postId: post },
          model.deletes(who, model.posts.get(post)!),
          () => (model.posts.get(post)!.isDeleted = true),
        ),
      () => this.#join(who),
      () =>
        model.roles.has(who) &&
        this.#attempt(who, 'leaveGroup', { groupId: this.#group.id }, model.leaves(who), () => model.roles.delete(who)),
      () => this.#name(who),
      () => this.#name(who),
      () => this.#become(who),
      () => this.#archive(who),
      () => this.#remove(who),
    ];
    await this.#one(acts)();
  }

  /** Compares what each person sees. Answers how often that was. */
  async look(): Promise<number> {
    const { id, handle } = this.#group;
    for (const who of names) {
      // Their author can bring deleted ones back for a while.
      const posts = [...this.#model.posts].filter(([, { author, isDeleted }]) => !isDeleted || author !== who);
      const { client } = this.#people[who];
      const query = `query ($id: ID!, $handle: String!, $wall: String!, $posts: [ID!]!) { node(id: $id) { id } group(handle: $handle) { id }
        wall(key: $wall) { posts(first: 50) { totalCount nodes { id } } } nodes(ids: $posts) { id } }`;
      const { node, group, wall, nodes } = await client.query(query, {
        id,
        handle,
        wall: `group:${handle}`,
        posts: posts.map(([post]) => post),
      });
      const readable = posts.filter(([, post]) => this.#model.reads(who, post)).map(([post]) => post);
      const knows = this.#model.knows(who);
      this.#compare(who, 'the group', [node !== null, group !== null], [knows, knows]);
      this.#compare(
        who,
        'the posts',
        nodes
          .filter((found: unknown) => found)
          .map((found: { id: string }) => found.id)
          .sort(),
        readable.sort(),
      );
      const shown = this.#model.readsWall(who) ? readable : null;
      this.#compare(who, 'the wall', wall && wall.posts.nodes.map((found: { id: string }) => found.id).sort(), shown);
      this.#compare(who, 'the count', wall && wall.posts.totalCount, shown && shown.length);
    }
    return names.length;
  }

  async #post(who: Name): Promise<void> {
    const input = { wallKey: `group:${this.#group.handle}`, body: 'Posted' };
    const payload = await this.#attempt(who, 'addPost', input, this.#model.writes(who), null, 'post { id }');
    if (payload.post)
      this.#model.posts.set(payload.post.id, {
        author: who,
        isOpen: this.#model.visibility === 'PUBLIC',
        isDeleted: false,
      });
  }

  async #join(who: Name): Promise<void> {
    const model = this.#model;
    if (model.roles.has(who)) return;
    await this.#attempt(who, 'joinGroup', { groupId: this.#group.id }, model.joins(who), () =>
      model.roles.set(who, 'MEMBER'),
    );
  }

  async #name(who: Name): Promise<void> {
    const [target, role] = [this.#one(names), this.#one(roles)];
    const input = { groupId: this.#group.id, personId: this.#personIds.get(target)!, role };
    await this.#attempt(who, 'setMembership', input, this.#model.names(who, target, role), () => {
      if (role) this.#model.roles.set(target, role);
      else this.#model.roles.delete(target);
    });
  }

  async #become(who: Name): Promise<void> {
    const model = this.#model;
    const [visibility, opensFormerPosts] = [this.#one(visibilities), this.#random() < 0.3];
    const join = visibility === 'HIDDEN' ? 'INVITE' : 'OPEN';
    const input = { groupId: this.#group.id, visibility, join, opensFormerPosts };
    const may = !model.isDeleted && model.knows(who) && model.manages(who);
    const payload = await this.#attempt(
      who,
      'updateGroup',
      input,
      may,
      () => model.become(visibility, opensFormerPosts),
      'group { handle }',
    );
    // A hidden group has another address.
    if (payload.group) this.#group.handle = payload.group.handle;
  }

  async #archive(who: Name): Promise<void> {
    const model = this.#model;
    const archived = this.#random() < 0.3;
    const may = !model.isDeleted && model.manages(who);
    await this.#attempt(
      who,
      'setGroupArchived',
      { groupId: this.#group.id, archived },
      may,
      () => (model.isArchived = archived),
    );
  }

  async #remove(who: Name): Promise<void> {
    const model = this.#model;
    const groupId = this.#group.id;
    if (model.isDeleted)
      await this.#attempt(who, 'restoreGroup', { groupId }, model.manages(who), () => (model.isDeleted = false));
    else if (this.#random() < 0.4)
      await this.#attempt(who, 'deleteGroup', { groupId }, model.manages(who), () => (model.isDeleted = true));
  }

  async #attempt(
    who: Name,
    name: string,
    input: object,
    may: boolean,
    then: (() => unknown) | null = null,
    selection = '',
  ) {
    this.#history.push(`${who} ${name} ${JSON.stringify(input)}`);
    const payload = await this.#people[who].client.attempt(name, { ...input }, selection);
    this.#compare(who, `may ${name} (${codes(payload).join()})`, codes(payload).length === 0, may);
    if (may) {
      this.done += 1;
      then?.();
    }
    return payload;
  }

  #compare(who: Name, what: string, actual: unknown, expected: unknown): void {
    assert.deepEqual(actual, expected, `world ${this.#seed}: ${who}: ${what}, after\n${this.#history.join('\n')}`);
  }

  #one<Thing>(things: readonly Thing[]): Thing {
    return things[Math.floor(this.#random() * things.length)]!;
  }
}
