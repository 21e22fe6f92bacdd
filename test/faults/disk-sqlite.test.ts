import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it, type TestContext } from 'node:test';
import { GraphQLCaller, OperationFailed } from '../support/graphql-caller.ts';
import { DiskErrors } from '../support/faults/disk-errors.ts';
import { times } from '../support/faults/form.ts';
import { ParvisNode } from '../support/faults/parvis-node.ts';
import { assertIntegrity, sqliteRows } from '../support/faults/rows.ts';
import { mountMissing, SmallDisk, straceMissing } from '../support/faults/small-disk.ts';

/** Fills the disk in some hundred comments. */
const words = 'words '.repeat(1_000);
const read = 'query ($id: ID!) { node(id: $id) { ... on Page { commentCount comments(last: 5) { nodes { id } } } } }';

describe('a disk that fails under the embedded database', () => {
  let folder: string;
  let node: ParvisNode;
  let writer: GraphQLCaller;
  let pageId: string;
  /** Keys of comments that were acknowledged. */
  let acknowledged: string[];

  const start = async (inFolder: string) => {
    acknowledged = [];
    node = await ParvisNode.create({ settings: { DATABASE_URL: `sqlite:${join(inFolder, 'parvis.db')}` } });
    await node.start();
    writer = await GraphQLCaller.withToken(node.address, 'a-writer');
    const { pages } = await writer.query('{ pages(keys: ["a-page"]) { id } }');
    pageId = pages[0].id;
    await comment(randomUUID());
  };
  const comment = async (key: string) => {
    await writer.mutate('addComment', { subjectId: pageId, body: `A comment, ${key}, ${words}`, idempotencyKey: key });
    acknowledged.push(key);
  };
  /** Comments until one is refused; its key. */
  const commentUntilRefused = async (): Promise<string> => {
    for (;;) {
      const key = randomUUID();
      const refusal = await comment(key).then(
        () => null,
        (error: unknown) => error,
      );
      if (refusal === null) continue;
      assert.ok(refusal instanceof OperationFailed, String(refusal));
      assert.equal(refusal.code, 'UNAVAILABLE');
      assert.match(refusal.message, /Try again in a little while/);
      return key;
    }
  };
  const readiness = async () => {
    const response = await fetch(`${node.address}/readyz`);
    return `${response.status} ${await response.text()}`;
  };
  const assertNothingLost = async (inFolder: string) => {
    const rows = sqliteRows(join(inFolder, 'parvis.db'));
    const sources = (await rows.read('select source from comment')).map(({ source }) => String(source).split(', ')[1]);
    assert.deepEqual(sources.sort(), [...acknowledged].sort());
    await assertIntegrity(rows);
    await rows.close();
  };

  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'parvis-disk-errors-'))));
  afterEach(async () => {
    await node.end('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  it('and is full: writes are refused until there is room, reads go on', { skip: mountMissing }, async (t) => {
    const disk = SmallDisk.mount(12);
    try {
      await start(disk.folder);
      disk.fill(1_000);

      const refused = await commentUntilRefused();

      const full = acknowledged.length;
      assert.equal((await writer.query(read, { id: pageId })).node.commentCount, full);
      await assertNothingLost(disk.folder);

      disk.clear();
      assert.equal(await readiness(), '200 ready\n');
      await comment(refused);
      await comment(randomUUID());
      await assertNothingLost(disk.folder);
      assert.ok(node.isRunning);
      t.diagnostic(`full after ${full} comments; 0 lost, and ${acknowledged.length - full} more once there was room`);
    } finally {
      await node.end('SIGKILL');
      disk.unmount();
    }
  });

  it('and says that it is full in the middle of writes', { skip: straceMissing }, async (t) => {
    await start(folder);
    const refusals = await failNowAndThen(t, 'pwrite64', 'ENOSPC');

    assert.ok(node.isRunning);
    assert.equal((await writer.query(read, { id: pageId })).node.commentCount, acknowledged.length);
    assert.equal(await readiness(), '200 ready\n');
    for (const key of refusals) await comment(key);
    await assertNothingLost(folder);
  });

  for (const calls of ['fsync,fdatasync', 'pwrite64']) {
    it(
      `and answers EIO to ${calls}: the server stops, and goes on where it is started again`,
      {
        skip: straceMissing,
      },
      async (t) => {
        await start(folder);
        for (let failure = 0; failure < times(1, 20); failure += 1) {
          const errors = await DiskErrors.begin(node.pid, calls, 'EIO');
          const refused = await commentUntilRefused();
          await errors.end();
          await node.gone();
          assert.equal(node.exitCode, 1);
          assert.match(node.log, /the database has to be opened anew/);

          await node.start();

          await comment(refused);
          await assertNothingLost(folder);
        }
        t.diagnostic(`${times(1, 20)} failures, ${acknowledged.length} comments acknowledged, 0 lost, 0 doubled`);
      },
    );
  }

  /** The keys of the comments that were refused meanwhile. */
  async function failNowAndThen(t: TestContext, calls: string, error: 'EIO' | 'ENOSPC'): Promise<string[]> {
    const refused: string[] = [];
    for (let failure = 0; failure < times(3, 50); failure += 1) {
      const errors = await DiskErrors.begin(node.pid, calls, error);
      refused.push(await commentUntilRefused());
      assert.match(await readiness(), /^200 ready\nthe database takes no writes/);
      await errors.end();
      await comment(randomUUID());
    }
    t.diagnostic(`${refused.length} times full, ${acknowledged.length} comments acknowledged`);
    return refused;
  }
});
