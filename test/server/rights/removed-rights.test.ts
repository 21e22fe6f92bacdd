import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type GlobalId, toGlobalId } from '../../../server/src/platform/ids.ts';
import { follow } from '../../support/server/follow.ts';
import { Employee, type Intranet } from '../../support/server/intranet.ts';
import type { OperationFailed } from '../../support/graphql-caller.ts';
import { addPeople } from '../../support/server/test-people.ts';
import { until } from '../../support/server/until.ts';
import { redisMissing } from '../../support/services/redis.ts';
import { type Nodes, startNodes } from './nodes.ts';

/** How often each right is removed. */
const times = Number(process.env['PARVIS_TEST_REMOVALS'] ?? 3);
const burst = 8;

interface Place {
  readonly groupId: GlobalId;
  readonly handle: string;
  readonly memberId: GlobalId;
}

for (const servers of [1, 2]) {
  const skip = servers === 2 && (await redisMissing());
  describe(`a right that is removed while much happens, on ${servers} servers`, { skip }, () => {
    let nodes: Nodes;
    let intranet: Intranet;
    let count = 0;
    before(async () => {
      nodes = await startNodes(servers, { PARVIS_RATE_LIMIT: '1000000', PARVIS_PARSE_LIMIT: '1000000' });
      intranet = nodes.near;
    });
    after(() => nodes.close());

    const removals: Readonly<Record<string, (place: Place, member: Employee) => Promise<unknown>>> = {
      'who leaves': ({ groupId }, member) => member.client.mutate('leaveGroup', { groupId }, 'group { id }'),
      'who is taken out': ({ groupId, memberId: personId }) =>
        intranet.ana.client.mutate('setMembership', { groupId, personId, role: null }, 'group { id }'),
      'who is deactivated': ({ memberId: personId }) =>
        intranet.adam.client.mutate('deactivatePerson', { personId }, 'person { id }'),
      'who becomes a guest, in a group for employees': ({ memberId: personId }) =>
        intranet.adam.client.mutate('setPersonKind', { personId, kind: 'GUEST' }, 'person { id }'),
      'who is outside a group that becomes private': ({ groupId }) =>
        intranet.ana.client.mutate('updateGroup', { groupId, visibility: 'PRIVATE' }, 'group { id }'),
      'whose group is deleted': ({ groupId }) => intranet.ana.client.mutate('deleteGroup', { groupId }, 'group { id }'),
    };

    for (const [who, remove] of Object.entries(removals)) {
      it(`leaves nothing to hear for one ${who}, and nothing to be told again`, async () => {
        const isOutside = /employees|outside/.test(who);
        for (let time = 0; time < times; time++) {
          const { place, member } = await begin(isOutside);
          const wallKey = `group:${place.handle}`;
          const [wall, news] = [toGlobalId('Wall', wallKey), toGlobalId('Page', 'news')];
          const stream = await follow(member.client, [wall, news]);
          const [{ cursor }] = stream.told;

          const post = async (): Promise<GlobalId[]> => {
            // Her group may be gone already, or before the answer is read.
            const { post } = await intranet.ana.addPost(wallKey, 'Among us').catch(notFound);
            return post ? [post.id] : [];
          };
          const earlier = Promise.all(Array.from({ length: burst }, post));
          await remove(place, member);
          const removed = (await earlier).flat();
          // Each server tells the other what it did, in its own time: a post of one may be heard before who left at the other.
          if (servers > 1)
            await until(() => stream.isComplete || !stream.told.findLast(isSubscribed).topics.includes(wall));
          const later = (await Promise.all(Array.from({ length: burst }, post))).flat();

          const isGone = who.includes('deactivated');
          if (isGone) await stream.ended();
          else await hears(stream.frames);
          const told = JSON.stringify(stream.frames);
          for (const id of later) assert.ok(!told.includes(id), `told of a post of afterwards: ${told}`);
          await stream.close();
          if (isGone) continue;

          const again = await follow(member.client, [wall, news], { after: cursor });
          await hears(again.frames);
          const repeated = JSON.stringify(again.frames);
          for (const id of [...removed, ...later]) assert.ok(!repeated.includes(id), `told again: ${repeated}`);
          await again.close();
        }
      });
    }

    const notFound = (error: OperationFailed) => {
      if (error.code !== 'NOT_FOUND') throw error;
      return { post: null };
    };

    const isSubscribed = ({ __typename }: { __typename: string }) => __typename === 'Subscribed';

    /** Waits until a reader is told of something that everybody may know, and comes after all the rest. */
    async function hears(frames: readonly object[]): Promise<void> {
      const last = await intranet.ana.comment(toGlobalId('Page', 'news'), 'The last word');
      await until(() => JSON.stringify(frames).includes(last));
    }

    /** A group of Ana's, and somebody who reads it. */
    async function begin(isOutside: boolean): Promise<{ place: Place; member: Employee }> {
      const handle = `member${++count}`;
      await addPeople(intranet.server, { [handle]: { name: `Member ${count}` } });
      const member = new Employee(nodes.far, handle);
      const { person } = await intranet.ana.client.query(`{ person(handle: "${handle}") { id } }`);
      const visibility = isOutside ? 'PUBLIC' : 'PRIVATE';
      const made = { name: `Group ${count}`, visibility, join: 'OPEN' };
      const { group } = await intranet.ana.client.mutate('addGroup', made, 'group { id handle }');
      if (!isOutside) await member.client.mutate('joinGroup', { groupId: group.id }, 'group { id }');
      return { place: { groupId: group.id, handle: group.handle, memberId: person.id }, member };
    }
  });
}
