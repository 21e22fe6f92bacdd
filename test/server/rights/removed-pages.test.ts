import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type GlobalId, toGlobalId } from '../../../server/src/platform/ids.ts';
import { follow } from '../../support/server/follow.ts';
import { codes, Employee } from '../../support/server/intranet.ts';
import { type PassDraft, pagePass, passSecret } from '../../support/server/page-passes.ts';
import { addPeople } from '../../support/server/test-people.ts';
import { until } from '../../support/server/until.ts';
import { redisMissing } from '../../support/services/redis.ts';
import { type Nodes, startNodes } from './nodes.ts';

/** How often each right is removed. */
const times = Number(process.env['PARVIS_TEST_REMOVALS'] ?? 3);
const burst = 4;
const minute = 60_000;

for (const servers of [1, 2]) {
  const skip = servers === 2 && (await redisMissing());
  describe(`a page that is taken from a reader while much happens, on ${servers} servers`, { skip }, () => {
    let nodes: Nodes;
    let number = 0;
    let group: { handle: string };
    before(async () => {
      nodes = await startNodes(servers, {
        PARVIS_RATE_LIMIT: '1000000',
        PARVIS_PARSE_LIMIT: '1000000',
        PARVIS_PASS_KEYS: `wiki ${passSecret} grant:* open:*`,
        PARVIS_PAGE_RULES: 'grant:* -> pass',
      });
      const { ana, adam } = nodes.near;
      group = (await ana.client.mutate('addGroup', { name: 'Closed' }, 'group { handle }')).group;
      await adam.client.mutate('setPageRule', { pattern: 'closed:*', readers: `group:${group.handle}` });
    });
    after(() => nodes.close());

    /** Each with where the page is afterwards. */
    const removals: Readonly<Record<string, { kind: string; remove: (key: string) => Promise<string> }>> = {
      'whose grant ends': {
        kind: 'grant',
        remove: async (key) => {
          nodes.advance(10 * minute);
          return key;
        },
      },
      'whose page a pass narrows': {
        kind: 'open',
        remove: async (key) => {
          await show(nodes.near.ana, 'ana', { pages: [key], may: 'write' });
          return key;
        },
      },
      'whose page comes under a rule': {
        kind: 'ruled',
        remove: async (key) => {
          const rule = { pattern: key, readers: `group:${group.handle}` };
          await nodes.near.adam.client.mutate('setPageRule', rule);
          return key;
        },
      },
      'whose page moves under a rule': {
        kind: 'moved',
        remove: async (key) => nodes.near.server.app.services.subjects.alias(key, key.replace('moved', 'closed')),
      },
    };

    for (const [who, { kind, remove }] of Object.entries(removals)) {
      it(`leaves nothing to hear for one ${who}, nothing to be told again, and no answer of before`, async (t) => {
        let longest = 0;
        for (let time = 0; time < times; time++) {
          nodes.advance(0);
          const key = `${kind}:${++number}`;
          const member = await begin(key, kind === 'grant');
          const [page, wall] = [toGlobalId('Page', key), toGlobalId('Wall', `page:${key}`)];
          const news = toGlobalId('Page', 'news');
          const once = { subjectId: page, body: 'Once', idempotencyKey: `once-only-${number}` };
          assert.deepEqual(codes(await member.client.attempt('addComment', once, 'comment { id }')), []);
          const stream = await follow(member.client, [page, wall, news]);
          const [{ cursor, topics }] = stream.told;
          assert.deepEqual(topics.length, 3);

          const earlier = writes(key);
          const removal = remove(key);
          const moved = await removal;
          const before = performance.now();
          const removed = await earlier;
          await until(() => stream.told.some((told) => told.topics?.length === 1));
          longest = Math.max(longest, performance.now() - before);
          const later = await writes(moved);
          assert.equal(later.length, 2 * burst);

          await hears(stream.frames);
          const told = JSON.stringify(stream.frames);
          for (const id of later) assert.ok(!told.includes(id), `told of something of afterwards: ${told}`);
          await stream.close();
          const again = await follow(member.client, [page, toGlobalId('Page', moved), wall, news], { after: cursor });
          await hears(again.frames);
          const repeated = JSON.stringify(again.frames);
          for (const id of [...removed, ...later]) assert.ok(!repeated.includes(id), `told again: ${repeated}`);
          await again.close();
          const kept = await member.client.attempt('addComment', once, 'comment { id }');
          assert.deepEqual([codes(kept), kept.comment], [['NOT_FOUND'], null]);
        }
        t.diagnostic(`${times} times, ${Math.round(longest)} ms at most until the streams are without it`);
      });
    }

    /** Comments on a page and posts at it, as many as Ana may write. */
    async function writes(key: string): Promise<GlobalId[]> {
      const { ana } = nodes.near;
      const subjectId = toGlobalId('Page', key);
      const written = Array.from({ length: burst }, async (): Promise<GlobalId[]> => {
        const { comment } = await ana.client.attempt('addComment', { subjectId, body: 'Said' }, 'comment { id }');
        const { post } = await ana.addPost(`page:${key}`, 'Posted');
        return [comment, post].flatMap((each) => (each ? [each.id] : []));
      });
      return (await Promise.all(written)).flat();
    }

    /** Waits until a reader is told of something that everybody may know, and comes after all the rest. */
    async function hears(frames: readonly object[]): Promise<void> {
      const last = await nodes.near.ana.comment(toGlobalId('Page', 'news'), 'The last word');
      await until(() => JSON.stringify(frames).includes(last));
    }

    async function show(who: Employee, sub: string, draft: PassDraft): Promise<void> {
      const passes = [pagePass(nodes.far.clock.now(), sub, draft)];
      const response = await who.client.post({ query: '{ __typename }', extensions: { passes } });
      assert.equal(await response.text(), '{"data":{"__typename":"Query"}}');
    }

    /** Somebody who reads a page, and writes there. */
    async function begin(key: string, isGranted: boolean): Promise<Employee> {
      const handle = `member${number}`;
      await addPeople(nodes.near.server, { [handle]: { name: `Member ${number}` } });
      const member = new Employee(nodes.far, handle);
      if (!isGranted) return member;
      await show(member, handle, { pages: [key], may: 'write', lasts: 5 * minute });
      await show(nodes.near.ana, 'ana', { pages: [key], may: 'write', lasts: 720 * minute });
      return member;
    }
  });
}
