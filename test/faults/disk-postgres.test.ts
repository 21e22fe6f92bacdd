import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { GraphQLCaller, OperationFailed } from '../support/graphql-caller.ts';
import { ParvisNode } from '../support/faults/parvis-node.ts';
import { postgresRows } from '../support/faults/rows.ts';
import { mountMissing, SmallDisk } from '../support/faults/small-disk.ts';
import { startPostgres } from '../support/services/postgres.ts';
import type { Service } from '../support/services/service.ts';

const read = 'query ($id: ID!) { node(id: $id) { ... on Page { commentCount } } }';

describe('a disk that is full under PostgreSQL', { skip: mountMissing }, () => {
  let disk: SmallDisk;
  let postgres: Service;
  let node: ParvisNode;
  before(async () => {
    disk = SmallDisk.mount(400);
    const settings = { max_wal_size: '64MB', min_wal_size: '32MB' };
    postgres = await startPostgres({ durable: true, within: disk.folder, settings });
    node = await ParvisNode.create({ settings: { DATABASE_URL: postgres.url } });
    await node.start();
  });
  after(async () => {
    disk.clear();
    await node.end('SIGKILL');
    await postgres.stop();
    disk.unmount();
  });

  it('refuses writes until there is room, and loses none that it took', async (t) => {
    const writer = await GraphQLCaller.withToken(node.address, 'a-writer');
    const { pages } = await writer.query('{ pages(keys: ["a-page"]) { id } }');
    const subjectId = pages[0].id as string;
    const acknowledged: string[] = [];
    const comment = async (key: string) => {
      await writer.mutate('addComment', { subjectId, body: `${key} ${randomText()}`, idempotencyKey: key });
      acknowledged.push(key);
    };
    await comment(randomUUID());

    disk.fill(500);
    const refused = await untilRefused(comment);
    const full = acknowledged.length;
    const readReplies = await writer.query(read, { id: subjectId }).then(
      () => 'went on',
      () => 'stopped',
    );

    disk.clear();
    if (!postgres.isRunning) await postgres.start();
    while ((await (await fetch(`${node.address}/readyz`)).text()) !== 'ready\n') await delay(50);
    await comment(refused);

    const rows = await postgresRows(postgres.url).read('select source from comment');
    assert.deepEqual(rows.map(({ source }) => String(source).slice(0, 36)).sort(), [...acknowledged].sort());
    t.diagnostic(`full after ${full} comments, 0 lost; reads ${readReplies} meanwhile`);
  });
});

/** Comments until one is refused; its key. */
async function untilRefused(comment: (key: string) => Promise<void>): Promise<string> {
  for (;;) {
    const key = randomUUID();
    try {
      await comment(key);
    } catch (error) {
      assert.ok(error instanceof OperationFailed, String(error));
      assert.equal(error.code, 'UNAVAILABLE');
      return key;
    }
  }
}

/** That PostgreSQL cannot make smaller. */
function randomText(): string {
  return Array.from({ length: 200 }, () => randomUUID()).join(' ');
}
