import type { GlobalId } from '../../../server/src/platform/ids.ts';
import { all, employees, type Looking, looking, type Place, within, type World } from './looking.ts';
import { Employee } from '../../support/server/intranet.ts';
import { addPeople } from '../../support/server/test-people.ts';
import { passKeys, ruledPages } from './ruled-pages.ts';
import { startTestServer } from '../../support/server/test-server.ts';

const groups = {
  Public: { visibility: 'PUBLIC', join: 'OPEN' },
  Private: { visibility: 'PRIVATE', join: 'REQUEST' },
  Hidden: { visibility: 'HIDDEN', join: 'INVITE' },
  Archived: { visibility: 'PRIVATE', join: 'INVITE' },
  Deleted: { visibility: 'PRIVATE', join: 'INVITE' },
  Narrowed: { visibility: 'PUBLIC', join: 'OPEN' },
  Opened: { visibility: 'PRIVATE', join: 'OPEN' },
} as const;
type GroupName = keyof typeof groups;

/** @param isOpen - Whether the signed out may read. */
export async function createWorld(isOpen: boolean): Promise<World> {
  const server = await startTestServer({
    PARVIS_ANONYMOUS: isOpen ? 'read' : 'none',
    PARVIS_RATE_LIMIT: '1000000',
    PARVIS_SEARCH_LIMIT: '1000000',
    PARVIS_PARSE_LIMIT: '1000000',
    PARVIS_TOKEN_LIMIT: '1000000',
    PARVIS_ALIAS_LIMIT: '10000',
    PARVIS_COST_LIMIT: '100000000',
    PARVIS_EDIT_WINDOW: '6000000',
    PARVIS_PASS_KEYS: passKeys,
  });
  const known = Object.entries(looking).filter(([, person]) => person !== null);
  await addPeople(server, { invitee: { name: 'Ivy Outside' }, leaver: { name: 'Lea Outside' } });
  await addPeople(server, Object.fromEntries(known.map(([handle, person]) => [handle.toLowerCase(), person!])));
  const people = Object.fromEntries(
    all.map((who) => [who, new Employee(server, who === 'nobody' ? null : who.toLowerCase())]),
  ) as Record<Looking, Employee>;
  const personIds: Record<string, GlobalId> = {};
  for (const who of ['invitee', 'leaver', ...all.filter((each) => each !== 'nobody')])
    personIds[who] = (await people.admin.client.query(`{ person(handle: "${who.toLowerCase()}") { id } }`)).person.id;
  const everyone = isOpen ? all : employees;
  const world = { server, people, personIds, places: [] as Place[] };
  world.places.push(await page(world, everyone));
  for (const wallKey of ['company', 'person:owner']) world.places.push(await openWall(world, wallKey, everyone));
  for (const name of Object.keys(groups) as GroupName[]) world.places.push(await group(world, name));
  world.places.push(
    ...(await ruledPages(
      world,
      world.places.find(({ name }) => name === 'group private')!,
    )),
  );
  return world;
}

async function page({ people: { owner, member } }: World, readers: readonly Looking[]): Promise<Place> {
  const word = 'wordpage';
  const { id } = await owner.page('the-page');
  const comment = await owner.comment(id, `Said ${word}`);
  await member.react(comment);
  return {
    name: 'page',
    wallKey: 'page:the-page',
    groupId: null,
    ids: { page: id, comment },
    word,
    nameWord: null,
    readers,
    wallReaders: readers,
    knowers: readers,
  };
}

async function openWall({ people: { owner } }: World, wallKey: string, readers: readonly Looking[]): Promise<Place> {
  const word = `word${wallKey.split(':')[0]}`;
  const post = await owner.post(wallKey, `Posted ${word}`);
  const comment = await owner.comment(post, `Said ${word}`);
  return {
    name: wallKey,
    wallKey,
    groupId: null,
    ids: { post, comment },
    word,
    nameWord: null,
    readers,
    // A guest who is in no group finds nobody, and so no wall of anybody.
    wallReaders: wallKey === 'company' ? readers : readers.filter((who) => who !== 'guest'),
    knowers: readers,
  };
}

async function group({ people, personIds }: World, name: GroupName): Promise<Place> {
  const { owner, member, animator } = people;
  const word = `word${name.toLowerCase()}`;
  const nameWord = `name${name.toLowerCase()}`;
  const settings = { name: `Group ${nameWord}`, purpose: `For ${nameWord}`, ...groups[name] };
  const made = 'group { id handle }';
  const { id, handle } = (await owner.client.mutate('addGroup', settings, made)).group;
  for (const [who, role] of [
    ['member', 'MEMBER'],
    ['animator', 'ANIMATOR'],
    ['guestWithin', 'GUEST'],
  ] as const)
    await owner.client.mutate('setMembership', { groupId: id, personId: personIds[who], role }, made);
  const wallKey = `group:${handle}`;
  const channels = 'wall { channels { id } }';
  // The wall of a group that is opened later is seen with its channels; what was said there is not.
  const named = name === 'Opened' ? nameWord : word;
  const { wall } = await animator.client.mutate('addChannel', { wallKey, name: `Channel ${named}` }, channels);
  const channel = wall.channels[0].id;
  const { post } = await member.addPost(wallKey, `Posted ${word} for @owner`, { channelId: channel });
  await member.mutatePost('updatePost', { postId: post.id, body: `Edited ${word} for @owner` });
  const comment = await owner.comment(post.id, `Said ${word}`);
  const reply = await member.comment(comment, `Answered ${word}`);
  await animator.react(comment, 'LOVE');
  const content = { poll: { choices: [`Yes ${word}`, `No ${word}`] } };
  const chosen = 'post { id content { ... on Poll { choices { id } } } }';
  const asked = await owner.client.mutate('addPost', { wallKey, body: `Asked ${word}`, content }, chosen);
  const choice = asked.post.content.choices[0].id;
  await member.client.mutate('votePoll', { postId: asked.post.id, choiceIds: [choice] }, 'post { id }');
  const places: Record<GroupName, Pick<Place, 'readers' | 'knowers'> & { wallReaders?: Place['wallReaders'] }> = {
    Public: { readers: union(employees, within), knowers: union(employees, within) },
    Private: { readers: within, knowers: union(employees, within) },
    Hidden: { readers: within, knowers: [...within, 'admin'] },
    Archived: { readers: within, knowers: union(employees, within) },
    Deleted: { readers: [], knowers: ['owner', 'admin'] },
    Narrowed: { readers: within, knowers: union(employees, within) },
    // What was said while it was private stays its members'.
    Opened: { readers: within, knowers: union(employees, within), wallReaders: union(employees, within) },
  };
  // What they follow is there no longer for those who read it no longer.
  for (const sourceId of [id, post.id]) {
    for (const who of [owner, member])
      await who.client.mutate('setFollow', { sourceId, level: 'ALL' }, 'source { id }');
    if (name === 'Narrowed' || name === 'Public')
      await people.employee.client.mutate('setFollow', { sourceId, level: 'ALL' }, 'source { id }');
  }
  if (name === 'Archived') await owner.client.mutate('setGroupArchived', { groupId: id, archived: true }, made);
  if (name === 'Deleted') await owner.client.mutate('deleteGroup', { groupId: id }, made);
  if (name === 'Narrowed')
    await owner.client.mutate('updateGroup', { groupId: id, visibility: 'PRIVATE', join: 'INVITE' }, made);
  if (name === 'Opened') await owner.client.mutate('updateGroup', { groupId: id, visibility: 'PUBLIC' }, made);
  const ids = { group: id, post: post.id, comment, reply, poll: asked.post.id, channel, choice };
  return {
    name: `group ${name.toLowerCase()}`,
    wallKey,
    groupId: id,
    ids,
    word,
    nameWord,
    wallReaders: places[name].readers,
    ...places[name],
  };
}

function union(some: readonly Looking[], others: readonly Looking[]): Looking[] {
  return [...new Set([...some, ...others])];
}

/** What somebody gets for an operation: data, errors and all, as it is sent. */
export async function textOf(who: Employee, query: string, variables: object = {}): Promise<string> {
  const response = await who.client.post({ query, variables });
  return response.text();
}
