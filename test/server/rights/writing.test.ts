import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { type GlobalId, newId, toGlobalId } from '../../../server/src/platform/ids.ts';
import { EventReader } from '../../support/server/event-reader.ts';
import { askToFollow } from '../../support/server/follow.ts';
import { codes } from '../../support/server/intranet.ts';
import { until } from '../../support/server/until.ts';
import { type Attempt, attempts, changing, type Ids, inClosed, nobody } from './attempts.ts';
import { all, type Looking, type Place, type World } from './looking.ts';
import { createWorld } from './world.ts';

/** The answer of each mutation, as far as it says what the viewer knows anyway. */
const everything = '__typename';

describe('what may be written, as the schema has it', () => {
  let world: World;
  before(async () => {
    world = await createWorld(true);
    world.server.app.start();
  });
  after(() => world.server.close());

  it('is known of every mutation', () => {
    const known = Object.keys(world.server.app.schema.getMutationType()!.getFields());
    assert.deepEqual(Object.keys(attempts).sort(), known.sort());
  });

  it('is refused to all others, as what does not exist is; and those who follow hear what they may read', async (t) => {
    const readers = await followers(world);
    const cells = { refused: 0, absent: 0, done: 0 };
    const wrong: string[] = [];
    for (const [name, attempt] of Object.entries(attempts)) {
      let controls = 0;
      for (const place of world.places) {
        const ids = idsOf(world, place);
        if (attempt.only && attempt.only !== place.name) continue;
        if (!attempt.input(ids) || (attempt.about === 'nothing' && place !== world.places[0])) continue;
        const may = isOpen(place, name) ? attempt.may(place).filter((who) => knows(place, attempt, who)) : [];
        for (const who of all.filter((each) => !may.includes(each))) {
          const payload = await attemptOf(world, who, name, attempt.input(ids)!);
          if (payload === null || knows(place, attempt, who)) {
            const expected =
              who === 'nobody'
                ? ['UNAUTHENTICATED']
                : [
                    'FORBIDDEN',
                    ...(attempt.denial ?? []),
                    ...(isOpen(place, name) ? [] : ['LOCKED', 'NOT_FOUND', 'INVALID']),
                  ];
            const [code] = payload ? codes(payload) : ['UNAUTHENTICATED'];
            if (!code || !expected.includes(code))
              wrong.push(`${name} by ${who} at ${place.name}: ${JSON.stringify(payload)}`);
            cells.refused += 1;
            continue;
          }
          const absent = await attemptOf(world, who, name, attempt.input(absentIds(ids, place))!);
          if (JSON.stringify(payload) !== JSON.stringify(absent) || codes(payload).length === 0)
            wrong.push(`${name} by ${who} at ${place.name}: ${JSON.stringify([payload, absent])}`);
          cells.absent += 1;
        }
        for (const who of changing.includes(name) ? may.slice(-1) : may) {
          const payload = await attemptOf(world, who, name, attempt.input(ids)!);
          if (!payload || (codes(payload).length > 0 && !attempt.denial?.includes(codes(payload)[0]!)))
            wrong.push(`${name} by ${who} at ${place.name}, who may: ${JSON.stringify(payload)}`);
          else controls += 1;
        }
      }
      cells.done += controls;
      if (controls === 0 && attempt.may !== nobody) wrong.push(`nobody may ${name}`);
    }
    t.diagnostic(JSON.stringify(cells));
    assert.equal(wrong.join('\n'), '');

    const last = await world.people.owner.comment((await world.people.owner.page('the-page')).id, 'wordlast');
    const heard = all.filter((who) => readers.has(who) && world.places[0]!.readers.includes(who));
    await until(() => heard.every((who) => JSON.stringify(readers.get(who)!.frames).includes(last)));
    const types = new Set([...readers.values()].flatMap(({ types }) => types));
    t.diagnostic(`events: ${[...types].sort().join(', ')}`);
    for (const [who, reader] of readers) {
      const told = JSON.stringify(
        reader.frames.filter(({ data }) => data?.data?.events?.[0]?.__typename !== 'Subscribed'),
      );
      for (const place of world.places) {
        const { ids, name } = place;
        // It was brought back.
        const { readers, knowers } =
          name === 'group deleted' ? world.places.find((each) => each.name === 'group private')! : place;
        for (const [what, id] of Object.entries(ids)) {
          const may = what === 'group' ? knowers : readers;
          if (!may.includes(who))
            assert.ok(
              !told.includes(id),
              `${who} heard of ${what} of ${name}: ${told.slice(told.indexOf(id) - 300, told.indexOf(id) + 80)}`,
            );
        }
      }
    }
    for (const type of [
      'CommentAdded',
      'PostAdded',
      'PostPinned',
      'PollChanged',
      'ReactionsChanged',
      'ChannelsChanged',
      'GroupChanged',
      'MembershipChanged',
    ])
      assert.ok(types.has(type), type);
  });
});

/** Everybody follows all that there is. */
async function followers({ people, places }: World): Promise<Map<Looking, EventReader>> {
  const topics = places.flatMap(({ ids, wallKey }) => [
    ...Object.entries(ids).flatMap(([what, id]) => (what === 'channel' || what === 'choice' ? [] : [id])),
    toGlobalId('Wall', wallKey!),
  ]);
  const query = `subscription ($topics: [ID!]!) { events(topics: $topics) { __typename cursor
    ... on CommentAdded { comment { id body { text } } } ... on PostAdded { post { id body { text } } }
    ... on PostPinned { post { id } } ... on CommentDeleted { comment { id } } ... on PostDeleted { post { id } }
    ... on ReactionsChanged { subject { id } } ... on PollChanged { post { id } } ... on DiscussionLocked { commentable: subject { id } }
    ... on GroupChanged { group } ... on MembershipChanged { group } ... on MembershipRequested { group } ... on ChannelsChanged { wall }
    ... on Subscribed { topics } } }`;
  const streams = new Map<Looking, EventReader>();
  for (const who of all) {
    const response = await askToFollow(people[who].client, topics, { query });
    assert.equal(response.status, 200, await (response.status === 200 ? '' : response.text()));
    const reader = new EventReader(response.body!);
    await reader.subscribed();
    streams.set(who, reader);
  }
  return streams;
}

/** In a group that is closed little is done, and in one that is deleted nothing but to bring it back. */
function isOpen({ name }: Place, mutation: string): boolean {
  if (name === 'group deleted') return mutation === 'restoreGroup';
  return name !== 'group archived' || inClosed.includes(mutation);
}

/** Whether somebody knows of what an attempt is about. */
function knows(place: Place, { about }: Attempt, who: Looking): boolean {
  if (about === 'nothing') return true;
  if (about === 'group') return place.knowers.includes(who);
  return (about === 'wall' ? place.wallReaders : place.readers).includes(who);
}

function idsOf({ personIds }: World, { ids, wallKey }: Place): Ids {
  return {
    ...ids,
    wallKey: wallKey!,
    inviteeId: personIds['invitee']!,
    memberId: personIds['member']!,
    leaverId: personIds['leaver']!,
  };
}

/** The same shapes, of what there is not. */
function absentIds(ids: Ids, { twins = [] }: Place): Ids {
  const twin = twins.at(-1);
  return Object.fromEntries(
    Object.entries(ids).map(([what, id]) => {
      if (twin && what === 'wallKey') return [what, `page:${twin}`];
      if (twin && what === 'page') return [what, toGlobalId('Page', twin)];
      if (what === 'wallKey') return [what, id.startsWith('group:') ? 'group:g-000000000000000000000000' : id];
      if (what.endsWith('Id')) return [what, id];
      return [what, toGlobalId(Buffer.from(id, 'base64url').toString().split(':')[0]!, newId()) as GlobalId];
    }),
  );
}

/** The payload; null for who has to sign in first. */
async function attemptOf({ people }: World, who: Looking, name: string, input: object) {
  // Lets what happened be told before more happens.
  await setTimeout(1);
  try {
    const payload = await people[who].client.attempt(name, { ...input }, everything);
    return JSON.parse(JSON.stringify(payload).replaceAll(/(group:|ruled:)[a-z0-9-]+/g, '$1…'));
  } catch (error) {
    if ((error as { code?: string }).code === 'UNAUTHENTICATED') return null;
    throw error;
  }
}
