import { pagePass, passSecret } from '../../support/server/page-passes.ts';
import { type Looking, type Place, within, type World } from './looking.ts';

const hour = 3_600_000;

export const passKeys = `wiki ${passSecret} ruled:*`;

/** A page with less than all readers. */
interface RuledPage {
  readonly name: string;
  /** Who reads the pages of its name and of its twin, by rules. */
  readonly rules: readonly string[];
  readonly grants: Partial<Readonly<Record<Looking, 'read' | 'write' | 'ended'>>>;
  readonly readers: readonly Looking[];
  readonly writers: readonly Looking[];
  readonly moderators: readonly Looking[];
}

const ruled: readonly RuledPage[] = [
  {
    name: 'group',
    rules: ['group'],
    grants: { employee: 'write' },
    readers: within,
    writers: within,
    moderators: ['animator', 'owner'],
  },
  {
    name: 'pass',
    rules: ['pass'],
    grants: {
      owner: 'write',
      member: 'read',
      contractor: 'read',
      guest: 'read',
      communicator: 'ended',
      employee: 'ended',
    },
    readers: ['owner', 'member', 'contractor', 'guest'],
    writers: ['owner'],
    moderators: [],
  },
  {
    name: 'narrowed',
    rules: [],
    grants: { owner: 'write', communicator: 'read', member: 'read', guestWithin: 'write', employee: 'ended' },
    readers: ['owner', 'communicator', 'member', 'guestWithin'],
    writers: ['owner', 'guestWithin'],
    moderators: ['communicator'],
  },
  {
    name: 'both',
    rules: ['pass', 'group'],
    grants: { owner: 'write', member: 'read', guestWithin: 'write', contractor: 'write', animator: 'ended' },
    readers: ['owner', 'member', 'guestWithin'],
    writers: ['owner', 'guestWithin'],
    // Owners of the group moderate where they read.
    moderators: ['owner'],
  },
  {
    name: 'nobody',
    rules: ['nobody', 'employees'],
    grants: { owner: 'write', member: 'read' },
    readers: [],
    writers: [],
    moderators: [],
  },
];

/** Lets somebody show a pass of pages. Answers why it counts as none. */
export async function showPass(
  { server, people }: Pick<World, 'server' | 'people'>,
  who: Looking,
  pages: readonly string[],
  draft: { may?: string; lasts?: number } = {},
): Promise<string[]> {
  const passes = [pagePass(server.clock.now(), who.toLowerCase(), { pages, ...draft })];
  const response = await people[who].client.post({ query: '{ __typename }', extensions: { passes } });
  const { extensions } = (await response.json()) as { extensions?: { passHints: string[] } };
  return extensions?.passHints ?? [];
}

/** Pages that are under rules, or that a pass narrowed: each was written on when all could read it. */
export async function ruledPages(world: World, group: Place): Promise<Place[]> {
  const places: Place[] = [];
  for (const page of ruled) places.push(await written(world, page));
  for (const page of ruled) {
    for (const [index, readers] of page.rules.entries()) {
      const rule = { pattern: `ruled:${page.name}${'*'.repeat(index + 1)}`, readers };
      if (readers === 'group') rule.readers = group.wallKey!;
      await world.people.admin.client.mutate('setPageRule', rule);
    }
  }
  for (const page of ruled) await grant(world, page, 'ended');
  world.server.clock.advance(hour);
  for (const page of ruled) {
    await grant(world, page, 'write');
    await grant(world, page, 'read');
  }
  return places;
}

/** One with a row, but nothing on it, or one without a row: who may not read them must not know which is which. */
export function twinsOf(name: string): string[] {
  if (name === 'pass') return ['ruled:pass-empty', 'ruled:pass-none'];
  return [name === 'narrowed' ? 'ruled:narrowed-empty' : `ruled:${name}-none`];
}

async function grant(world: World, { name, grants }: RuledPage, which: string): Promise<void> {
  for (const [who, granted] of Object.entries(grants)) {
    if (granted !== which) continue;
    const [may, lasts] = granted === 'ended' ? ['write', hour] : [granted, 12 * hour];
    await showPass(world, who as Looking, [`ruled:${name}`, `ruled:${name}-empty`], { may, lasts });
  }
}

async function written({ people }: World, { name, ...page }: RuledPage): Promise<Place> {
  const { owner, member } = people;
  const word = `wordruled${name}`;
  const key = `ruled:${name}`;
  const wallKey = `page:${key}`;
  const { id } = await owner.page(key);
  const pageComment = await owner.comment(id, `Said ${word}`);
  for (let more = 0; more < 3; more++) await member.comment(id, `Said again ${word}`);
  await member.react(pageComment);
  await member.client.mutate('setReaction', { subjectId: id, content: 'LIKE' });
  const post = await owner.post(wallKey, `Posted ${word} for @member`);
  const comment = await owner.comment(post, `Said ${word}`);
  await member.react(comment);
  return {
    name: `page ${name}`,
    wallKey,
    groupId: null,
    ids: { page: id, pageComment, post, comment },
    word,
    nameWord: null,
    wallReaders: page.readers,
    knowers: page.readers,
    twins: twinsOf(name),
    ...page,
  };
}
