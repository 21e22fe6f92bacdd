import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { connect } from '../../../server/src/database/connect.ts';
import { tryLock } from '../../../server/src/database/advisory-lock.ts';
import { purgeTexts } from '../../../server/src/housekeeping.ts';
import { startIntranet, type Intranet } from '../../support/server/intranet.ts';
import { onPostgres } from '../../support/server/test-database.ts';
import { rowId } from '../../support/server/ids.ts';

const address = 'https://intranet.example.org/news';
const day = 24 * 60 * 60 * 1000;

describe('what was deleted', () => {
  let intranet: Intranet;
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parvis-purge-'));
    intranet = await startIntranet(onPostgres ? {} : { DATABASE_URL: `sqlite:${join(folder, 'parvis.db')}` });
  });
  afterEach(async () => {
    await intranet.close();
    await rm(folder, { recursive: true });
  });

  const database = () => intranet.server.app.database.db;
  /** All that is kept of texts, former ones too. */
  const kept = async () => {
    const tables = (['comment', 'post', 'former_version'] as const).map((table) =>
      database().selectFrom(table).selectAll().execute(),
    );
    return JSON.stringify(await Promise.all(tables));
  };
  const tidyAfter = async (days: number) => {
    intranet.server.clock.advance(days * day);
    await purgeTexts(intranet.server.app);
  };

  it('is forgotten after a month, with what it said before, and what else was said stays', async () => {
    const { ana, bob } = intranet;
    const { id: page } = await ana.page(address);
    const gone = await ana.comment(page, 'Der Kaffee war giftgruen');
    await ana.updateComment(gone, 'Der Kaffee war himmelblau');
    const reply = await bob.comment(gone, 'Eine Antwort darunter');
    await ana.deleteComment(gone);
    const post = await ana.post('company', 'Ein Beitrag in Zinnober');
    await bob.comment(post, 'Ein Kommentar in Ocker');
    await ana.mutatePost('deletePost', { postId: post });
    const edited = await ana.comment(page, 'Erste Fassung');
    await ana.updateComment(edited, 'Zweite Fassung');

    await tidyAfter(29);
    assert.match(await kept(), /himmelblau[\s\S]*giftgruen/);
    await tidyAfter(2);

    const left = await kept();
    for (const word of ['giftgruen', 'himmelblau', 'Zinnober', 'Ocker']) assert.ok(!left.includes(word), word);
    for (const word of ['Eine Antwort darunter', 'Erste Fassung', 'Zweite Fassung'])
      assert.ok(left.includes(word), word);
    // Its place in the discussion stays, with the answer below it.
    const tombstone = await bob.node(gone, '... on Comment { deletedAt body { source } comments { totalCount } }');
    assert.ok(tombstone.deletedAt);
    assert.equal(tombstone.comments.totalCount, 1);
    assert.equal((await bob.node(reply, '... on Comment { body { source } }')).body.source, 'Eine Antwort darunter');
  });

  it('is forgotten in every column that holds words, those of later versions too', async () => {
    const { ana } = intranet;
    const post = await ana.post('company', 'Ein Beitrag');
    await ana.deleteComment(await ana.comment(post, 'Ein Kommentar'));
    await ana.mutatePost('deletePost', { postId: post });
    const tables = await database().introspection.getTables();
    for (const name of ['comment', 'post'] as const) {
      const { columns } = tables.find((table) => table.name === name)!;
      const words = columns.filter(
        (column) => /^text$/i.test(column.dataType) && !/^(id|kind|reaction_groups|.*_id|.*_by)$/.test(column.name),
      );
      const written = Object.fromEntries(words.map((column) => [column.name, `Zinnober in ${column.name}`]));
      await database().updateTable(name).set(written).execute();
    }
    assert.match(await kept(), /Zinnober in link_url/);

    await tidyAfter(31);

    assert.deepEqual((await kept()).match(/Zinnober in \w+/g), null);
  });

  it(
    'is not in the file of the database any more',
    { skip: onPostgres && 'PostgreSQL vacuums by itself' },
    async () => {
      const { ana } = intranet;
      const { id: page } = await ana.page(address);
      const gone = await ana.comment(page, `Streng geheim ${'Zeile '.repeat(800)}`);
      await ana.deleteComment(gone);
      await tidyAfter(31);
      await intranet.close();
      // What the last process leaves in its log goes into the file when another opens it.
      await connect(`sqlite:${join(folder, 'parvis.db')}`).close();

      for (const name of await readdir(folder)) {
        assert.ok(!(await readFile(join(folder, name), 'latin1')).includes('Streng geheim'), name);
      }
      intranet = await startIntranet();
    },
  );

  it('is forgotten though there is much of it, and by one node at a time', async () => {
    const { ana } = intranet;
    const post = await ana.post('company', 'Alles dazu');
    const first = await ana.comment(post, 'Wort');
    const { id, ...row } = await database().selectFrom('comment').selectAll().executeTakeFirstOrThrow();
    const copies = Array.from({ length: 450 }, (_, index) =>
      rowId(`${id.slice(0, -4)}${String(index).padStart(4, 'x')}`),
    );
    await database()
      .insertInto('subject')
      .values(
        copies.map((copy) => ({
          id: copy,
          kind: 'Comment' as const,
          locked_at: null,
          deleted_at: null,
          deleted_by: null,
        })),
      )
      .execute();
    await database()
      .insertInto('comment')
      .values(copies.map((copy) => ({ ...row, id: copy })))
      .execute();
    await ana.mutatePost('deletePost', { postId: post });
    intranet.server.clock.advance(31 * day);

    if (onPostgres) {
      await intranet.server.app.database.transaction(async (trx) => {
        assert.ok(await tryLock(trx, 'parvis purge'));
        assert.equal(await intranet.server.app.services.comments.purge(intranet.server.clock.now()), 0);
      });
    }
    await Promise.all([purgeTexts(intranet.server.app), purgeTexts(intranet.server.app)]);
    await purgeTexts(intranet.server.app);

    assert.ok(!(await kept()).includes('Wort'));
    assert.ok(first);
  });

  it('is kept for ever where the settings say so', async () => {
    const forever = await startIntranet({ PARVIS_PURGE_AFTER: '0' });
    const { id: page } = await forever.ana.page(address);
    const id = await forever.ana.comment(page, 'Bleibt');
    await forever.ana.deleteComment(id);
    forever.server.clock.advance(4000 * day);

    await purgeTexts(forever.server.app);

    const { source } = await forever.server.app.database.db
      .selectFrom('comment')
      .select('source')
      .executeTakeFirstOrThrow();
    assert.equal(source, 'Bleibt');
    await forever.close();
  });
});
