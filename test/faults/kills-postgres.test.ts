import { after, before, describe, it } from 'node:test';
import { times } from '../support/faults/form.ts';
import { killRounds } from '../support/faults/kill-rounds.ts';
import { killTree } from '../support/faults/kill-tree.ts';
import { ParvisNode } from '../support/faults/parvis-node.ts';
import { postgresRows, type Rows } from '../support/faults/rows.ts';
import { startPostgres } from '../support/services/postgres.ts';
import type { Service } from '../support/services/service.ts';

describe('a server and its PostgreSQL, killed in turn', () => {
  let postgres: Service;
  let node: ParvisNode;
  before(async () => {
    postgres = await startPostgres({ durable: true });
    node = await ParvisNode.create({ settings: { DATABASE_URL: postgres.url } });
    await node.start();
  });
  after(async () => {
    await node.end('SIGKILL');
    await postgres.stop();
  });

  it('lose nothing that was acknowledged, write nothing twice, and count right', async (t) => {
    const rows = postgresRows(postgres.url);
    await killRounds(t, {
      kills: times(5, 100),
      node,
      rows,
      // Where the database is killed the server stays, and has to find it again.
      kill: (turn) => (turn % 2 === 0 ? node.end('SIGKILL') : killTree(postgres)),
      async revive(turn) {
        await (turn % 2 === 0 ? node : postgres).start();
        return 0;
      },
      assertWhole: () => assertWholeIndexes(rows),
    });
  });
});

/** That each index has all the rows of its table, and they are in order. */
async function assertWholeIndexes(rows: Rows): Promise<void> {
  await rows.read('create extension if not exists amcheck');
  await rows.read(`
    select bt_index_check(index.oid, true) from pg_class as index
      join pg_am on pg_am.oid = index.relam join pg_index on pg_index.indexrelid = index.oid
      where pg_am.amname = 'btree' and index.relpersistence = 'p'`);
}
