import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { CannotOpenDatabase, connect } from '../../../../server/src/database/connect.ts';
import { copyDatabase, type CopyOptions } from '../../../../server/src/database/copy/copy.ts';
import { CopyRefused } from '../../../../server/src/database/copy/copy-refused.ts';
import { chunkRows } from '../../../../server/src/database/copy/rows.ts';
import { shapesAfter } from '../../../../server/src/database/copy/table-shapes.ts';
import { tableNames } from '../../../../server/src/database/copy/table-names.ts';
import { migrate, migrateTo } from '../../../../server/src/database/migrate.ts';
import { rebuildPeopleSearch } from '../../../../server/src/modules/people/index.ts';
import { Employee } from '../../../support/server/intranet.ts';
import { addPeople } from '../../../support/server/test-people.ts';
import { createTestDatabase, onPostgres, type TestDatabase } from '../../../support/server/test-database.ts';
import { startTestServer } from '../../../support/server/test-server.ts';
import { auditOf, responsesOf, integrityOf, liveIn, rowsOf } from './lived-in.ts';

const killedCopy = fileURLToPath(new URL('killed-copy.ts', import.meta.url));

/** Enough people for more than one chunk. */
const many = chunkRows + 100;

describe('a copy of a database', () => {
  let folder: string;
  let source: string;
  let target: TestDatabase;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parvis-copy-'));
    source = `sqlite:${join(folder, 'source.db')}`;
    await liveIn(source);
  });
  after(() => rm(folder, { recursive: true }));
  let file: () => string;
  let files = 0;
  beforeEach(async () => {
    file = () => `sqlite:${join(folder, `${(files += 1)}.db`)}`;
    // Of the kind that this run of the tests is about; a file rather than memory, to be opened twice.
    target = onPostgres ? await createTestDatabase() : { url: file(), drop: async () => {} };
  });
  afterEach(() => target.drop());

  const copy = (options: Pick<CopyOptions, 'from' | 'to'> & Partial<CopyOptions>) =>
    copyDatabase({ rebuild: rebuildPeopleSearch, ...options });
  /** Does something to a database. */
  async function change(url: string, ...statements: string[]): Promise<void> {
    const database = connect(url);
    for (const statement of statements) await sql.raw(statement).execute(database.db);
    await database.close();
  }

  it('has every row of every table, there and back', async () => {
    const back = file();

    const there = await copy({ from: source, to: target.url });
    await copy({ from: target.url, to: back });

    const rows = await rowsOf(source);
    for (const [table, all] of Object.entries(rows)) assert.ok(all.length > 0, `${table} has rows to be copied`);
    assert.deepEqual(await rowsOf(target.url), rows);
    assert.deepEqual(await rowsOf(back), rows);
    assert.deepEqual(
      Object.fromEntries(there.map(({ table, rows: count }) => [table, count])),
      Object.fromEntries(Object.entries(rows).map(([table, all]) => [table, all.length])),
    );
    for (const url of [target.url, back]) assert.deepEqual(await auditOf(url), await auditOf(source));
    assert.deepEqual(integrityOf(back.slice('sqlite:'.length)), { integrity: 'ok', orphans: 0 });
  });

  it('answers people search, walls and threads as the original does, and takes new people and comments', async () => {
    await copy({ from: source, to: target.url });

    assert.deepEqual(await responsesOf(target.url), await responsesOf(source));
    const server = await startTestServer({ DATABASE_URL: target.url });
    await addPeople(server, { newcomer: { name: 'Newt Comer' } });
    const newcomer = new Employee(server, 'newcomer');
    const page = await newcomer.page('moved-here');
    const id = await newcomer.comment(page.id, 'First day');
    const found = await newcomer.client.query('{ people(query: "newt") { nodes { handle } } }');
    assert.equal(found.people.nodes[0].handle, 'newcomer');
    assert.equal((await newcomer.page('moved-here')).commentCount, page.commentCount + 1);
    assert.ok(id);
    await server.close();
  });

  it('goes on where it was, however often it is killed', async () => {
    const large = file();
    await liveIn(large, many);
    let kills = 0;
    for (;;) {
      const { signal, status, stderr } = spawnSync(process.execPath, [killedCopy, large, target.url, '2'], {
        encoding: 'utf8',
      });
      if (status === 0) break;
      assert.equal(signal, 'SIGKILL', stderr);
      kills += 1;
      await assertUnfinished(target.url);
    }

    assert.ok(kills > 5, `${kills} kills`);
    assert.deepEqual(await rowsOf(target.url), await rowsOf(large));
    assert.deepEqual(await responsesOf(target.url), await responsesOf(large));
  });

  it('is not served while it is unfinished', async () => {
    await assert.rejects(copy({ from: source, to: target.url, onProgress: cutAt(2) }), /cut/);

    await assertUnfinished(target.url);
    await copy({ from: source, to: target.url });
    await change(target.url);
  });

  it('ends in an error when somebody writes to the original meanwhile', async () => {
    const original = file();
    await cp(source.slice('sqlite:'.length), original.slice('sqlite:'.length));
    const untilLast = (rows: number, total: number) => {
      if (rows === total) throw new Error('cut');
    };
    await assert.rejects(copy({ from: original, to: target.url, onProgress: untilLast }), /cut/);
    await change(
      original,
      `update idempotency set result = '1'`,
      `insert into outbox (id, type, topics, subject, people, owner, claimed_at) values ('', '', '', '', '', '', 1)`,
    );

    const resumed = copy({ from: original, to: target.url });

    await assert.rejects(resumed, (error: Error) => {
      assert.ok(error instanceof CopyRefused);
      assert.match(error.message, /written to meanwhile/);
      assert.match(error.message, /idempotency has \d+ rows in both, but not the same ones/);
      assert.match(error.message, /outbox has \d+ rows in .* and \d+ in /);
      return true;
    });
    await assertUnfinished(target.url);
    await copy({ from: original, to: target.url, replace: true });
    assert.deepEqual(await rowsOf(target.url), await rowsOf(original));
  });

  it('ends in an error when the original went on after the copy was cut off, and rows do not fit', async () => {
    const original = file();
    await cp(source.slice('sqlite:'.length), original.slice('sqlite:'.length));
    const untilSubjects = (rows: number, total: number) => {
      if (rows > total / 2) throw new Error('cut');
    };
    await assert.rejects(copy({ from: original, to: target.url, onProgress: untilSubjects }), /cut/);
    await change(
      original,
      `insert into person (seq, id, handle, name, sort_name, name_key, expertise, languages, status, role, revision, created_at, updated_at)
        select 900, 'new', 'new', name, sort_name, name_key, expertise, languages, status, role, revision, created_at, updated_at
        from person where handle = 'adam'`,
      `insert into reaction select 'new', id, 'new', 'LIKE', 1 from subject limit 1`,
    );

    await assert.rejects(copy({ from: original, to: target.url }), /Rows of reaction do not match .* --replace/);
  });

  it('is as its original was at the beginning, where that is in use', async () => {
    const original = file();
    await cp(source.slice('sqlite:'.length), original.slice('sqlite:'.length));
    const rows = await rowsOf(original);
    let written = false;

    await copy({
      from: original,
      to: target.url,
      live: true,
      // Statements of SQLite end before the promise of them is looked at.
      onProgress: () => {
        if (written) return;
        written = true;
        void change(original, 'delete from reaction', 'delete from outbox');
      },
    });

    assert.deepEqual(await rowsOf(target.url), rows);
    assert.equal((await rowsOf(original))['reaction']!.length, 0);
  });

  it('replaces nothing unless it is told to', async () => {
    const other = file();
    await liveIn(other);
    await copy({ from: other, to: target.url });
    const rows = await rowsOf(other);

    await assert.rejects(copy({ from: source, to: target.url }), /is not empty: .* --replace/);

    assert.deepEqual(await rowsOf(target.url), rows);
    await copy({ from: source, to: target.url, replace: true });
    assert.deepEqual(await rowsOf(target.url), await rowsOf(source));
  });

  it('is not mixed with one of another database', async () => {
    const other = file();
    await liveIn(other);
    await assert.rejects(copy({ from: source, to: target.url, onProgress: cutAt(2) }), /cut/);

    await assert.rejects(copy({ from: other, to: target.url }), /holds a part of .*source\.db.* --replace/);
  });

  it('brings what an older version of Parvis has left to the newest schema', async () => {
    const old = file();
    const database = connect(old);
    await migrateTo(database.db, '000-platform');
    await database.close();
    await change(
      old,
      `insert into idempotency (viewer_id, key, fingerprint, result, created_at) values ('v', 'k', 'f', '', 1)`,
    );

    await copy({ from: old, to: target.url });

    const rows = await rowsOf(target.url);
    assert.deepEqual(rows['idempotency'], [{ viewer_id: 'v', key: 'k', fingerprint: 'f', result: '', created_at: 1 }]);
    assert.deepEqual(rows['people_revision'], [{ id: 1, value: 0 }]);
    await startTestServer({ DATABASE_URL: target.url }).then((server) => server.close());
  });

  it('is refused of and to what a newer version has left', async () => {
    const newer = file();
    const database = connect(newer);
    await migrate(database.db);
    await database.close();
    await change(newer, `insert into kysely_migration (name, timestamp) values ('999-future', '')`);

    await assert.rejects(copy({ from: newer, to: target.url }), /schema 999-future, which this version .* not know/);
    await assert.rejects(copy({ from: source, to: newer, replace: true }), /schema 999-future/);
  });

  it('is refused of what is no database of Parvis, and to itself', async () => {
    const empty = file();
    await change(empty, 'create table other (id integer)');

    await assert.rejects(copy({ from: empty, to: target.url }), /is not a Parvis database/);
    await assert.rejects(copy({ from: file(), to: target.url }), /does not exist/);
    await assert.rejects(copy({ from: source, to: source }), /to itself/);
  });

  it('leaves tables of others alone', async () => {
    await change(target.url, 'create table other (id integer)', 'insert into other values (7)');

    await copy({ from: source, to: target.url });
    await copy({ from: source, to: target.url, replace: true });

    const database = connect(target.url);
    assert.deepEqual(
      (await sql`select id from other`.execute(database.db)).rows.map((row) => ({ ...(row as object) })),
      [{ id: 7 }],
    );
    await database.close();
  });

  it('knows every table that there is', async () => {
    const database = connect(target.url);
    await migrate(database.db);
    const names = await tableNames(database.db);
    await database.close();

    const { tables } = await shapesAfter();
    const copied = new Set(tables.map(({ name }) => name));
    const others = [...names].filter((name) => !copied.has(name) && !/^(kysely_|sqlite_|person_search)/.test(name));
    assert.deepEqual(others, []);
  });
});

/** Fails once that many chunks are written. */
function cutAt(chunks: number): () => void {
  let written = 0;
  return () => {
    written += 1;
    if (written === chunks) throw new Error('cut');
  };
}

async function assertUnfinished(url: string): Promise<void> {
  const database = connect(url);
  try {
    await assert.rejects(migrate(database.db), (error: Error) => {
      assert.ok(error instanceof CannotOpenDatabase);
      assert.match(error.message, /holds a part of .* run the command that copies it again/);
      return true;
    });
  } finally {
    await database.close();
  }
}
