import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Idempotency } from '../../../server/src/database/idempotency.ts';
import { Refusal } from '../../../server/src/platform/refusal.ts';
import { createSharedDatabase, createTestDatabase, type TestDatabase } from '../../support/server/test-database.ts';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';
import { Readership } from '../../../server/src/platform/audience.ts';
import { rowId } from '../../support/server/ids.ts';

const emma = writer('emma');
const write = { key: 'a-key-of-one-write', operation: 'addComment', input: { body: 'Hello' } };

for (const where of ['of one server', 'that several may open'] as const) {
  describe(`a write with its key, in a database ${where}`, () => {
    let database: TestDatabase;
    let server: TestServer;
    let idempotency: Idempotency;
    let runs: number;
    const work = async () => ({ run: (runs += 1) });

    const open = async () => {
      server = await startTestServer({ DATABASE_URL: database.url });
      idempotency = server.app.idempotency;
    };
    beforeEach(async () => {
      runs = 0;
      database = where === 'of one server' ? await createTestDatabase() : await createSharedDatabase();
      await open();
    });
    afterEach(async () => {
      await server.close();
      await database.drop();
    });

    it('is done once, however often it comes at once', async () => {
      const results = await Promise.all(Array.from({ length: 1_000 }, () => idempotency.run(emma, write, work)));

      assert.equal(runs, 1);
      assert.ok(results.every(({ run }) => run === 1));
    });

    it('is done again for somebody else', async () => {
      await idempotency.run(emma, write, work);

      assert.deepEqual(await idempotency.run(writer('hugo'), write, work), { run: 2 });
    });

    it('is refused when the key comes with something else', async () => {
      await idempotency.run(emma, write, work);

      await assert.rejects(idempotency.run(emma, { ...write, input: { body: 'Bye' } }, work), {
        code: 'IDEMPOTENCY_KEY_REUSED',
      });
      await assert.rejects(idempotency.run(emma, { ...write, operation: 'addPost' }, work), {
        code: 'IDEMPOTENCY_KEY_REUSED',
      });
    });

    it('may be tried again after it was refused, and stores nothing then', async () => {
      const refuse = () => Promise.reject(new Refusal('LOCKED', 'Closed.'));

      await assert.rejects(idempotency.run(emma, write, refuse), { code: 'LOCKED' });

      assert.deepEqual(await idempotency.run(emma, write, work), { run: 1 });
    });

    it('is forgotten after a day', async () => {
      await idempotency.run(emma, write, work);
      server.clock.advance(24 * 60 * 60 * 1000 + 1);

      assert.deepEqual(await idempotency.run(emma, write, work), { run: 2 });
      server.clock.advance(24 * 60 * 60 * 1000 + 1);
      await idempotency.prune();
      assert.deepEqual(await server.app.database.db.selectFrom('idempotency').selectAll().execute(), []);
    });

    it('needs a key of 8 to 64 characters', async () => {
      for (const key of ['1234567', 'x'.repeat(65)]) {
        await assert.rejects(idempotency.run(emma, { ...write, key }, work), { code: 'INVALID' });
      }
    });

    if (where === 'that several may open') {
      it('is known after a restart', async () => {
        await idempotency.run(emma, write, work);
        await server.close();
        await open();

        assert.deepEqual(await idempotency.run(emma, write, work), { run: 1 });
      });
    }
  });
}

function writer(id: string) {
  return { id: rowId(id), readership: Readership.employee };
}
