import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Employee } from '../../support/server/intranet.ts';
import { runCommand } from '../../support/server/run-command.ts';
import { createSharedDatabase, type TestDatabase } from '../../support/server/test-database.ts';
import { addPeople } from '../../support/server/test-people.ts';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';
import { migrate } from '../../../server/src/database/migrate.ts';
import { connect } from '../../../server/src/database/connect.ts';

const former = 'http://old.example:8080';
const home = 'https://intranet.example.org';

/** Pages that stand where the site was before: its origin is not taken any more. */
const written: Record<string, string> = {
  [`${former}`]: 'home',
  [`${former}/news/1`]: 'one',
  [`${former}/news/2`]: 'two',
  [`${former}/news?page=2`]: 'the second page of news',
  [`${former}/newsletter`]: 'letter',
  'node:1': 'first node',
  'node:2': 'second node',
};

describe('parvis alias', () => {
  let folder: string;
  let database: TestDatabase;
  let server: TestServer;
  let ana: Employee;

  before(async () => {
    process.env['PARVIS_ORIGINS'] = home;
    folder = await mkdtemp(join(tmpdir(), 'parvis-alias-'));
    database = await createSharedDatabase();
    process.env['DATABASE_URL'] = database.url;
    const empty = connect(database.url);
    await migrate(empty.db);
    await empty.close();
    const before = await startTestServer({ DATABASE_URL: database.url, PARVIS_ORIGINS: former });
    await addPeople(before, { ana: { name: 'Ana' } });
    const writer = new Employee(before, 'ana');
    for (const [key, text] of Object.entries(written)) await writer.comment((await writer.page(key)).id, text);
    await before.close();
    server = await startTestServer({ DATABASE_URL: database.url });
    ana = new Employee(server, 'ana');
    await ana.comment((await ana.page(`${home}/archive/news/2`)).id, 'there before');
  });
  after(async () => {
    await server.close();
    await database.drop();
    await rm(folder, { recursive: true });
  });

  const run = (...args: string[]) => runCommand('alias', ...args);
  const count = async (key: string) => (await ana.page(key)).commentCount;

  it('tells what would move from any old origin, and moves nothing', async () => {
    const { lines } = await run('--dry-run', '--prefix', `${former}/news/`, `${home}/archive/news`);

    assert.deepEqual(lines, [
      `${former}/news/1 would lead to ${home}/archive/news/1 (1 comment, 0 reactions)`,
      `${former}/news/2 would lead to ${home}/archive/news/2 (1 comment, 0 reactions, beside 1 comment there)`,
      `${former}/news?page=2 would lead to ${home}/archive/news?page=2 (1 comment, 0 reactions)`,
    ]);
    assert.equal(await count(`${home}/archive/news/1`), 0);
  });

  it('moves all pages under an address, and nothing that only begins like it', async () => {
    const { lines } = await run('--prefix', `${former}/news`, `${home}/archive/news/`);

    assert.equal(lines.length, 3);
    assert.equal(await count(`${home}/archive/news/1`), 1);
    assert.equal(await count(`${home}/archive/news/2`), 2);
    assert.equal(await count(`${home}/archive/news?page=2`), 1);
    // Pages that still name the old address find it, though its origin is not taken.
    assert.equal(await count(`${former}/news/2/`), 2);
    assert.equal(await count(`canonical:${former}/news/1 ${home}/whatever`), 1);
    assert.deepEqual((await run('--prefix', `${former}/news`, `${home}/archive/news/`)).lines, [
      'No page moves: there is no discussion at such an address.',
    ]);
  });

  it('moves what begins with a name, to addresses as well', async () => {
    assert.equal((await run('--prefix', 'node:', `${home}/?node=`)).lines.length, 2);

    assert.equal(await count(`${home}/?node=2`), 1);
    assert.equal(await count('node:1'), 1);
  });

  it('moves what a file says, whatever stands between its cells', async () => {
    const file = join(folder, 'moves.csv');
    await writeFile(
      file,
      `\ufeffOld address;New address\r\n\r\n${former}/newsletter;${home}/letters,all\r\n"${home}/letters,all";${home}/letters\r\n${former}/never-written/;${home}/somewhere\r\n`,
    );

    const { lines, error } = await run('--file', file);

    assert.equal(error, '');
    assert.equal(lines.length, 3);
    for (const key of [`${former}/newsletter`, `${home}/letters,all`, `${home}/letters`])
      assert.equal(await count(key), 1);
    await ana.comment((await ana.page(`${former}/never-written`)).id, 'now');
    assert.equal(await count(`${home}/somewhere`), 1);
  });

  it('names every line of a file that is wrong, and moves nothing then', async () => {
    const file = join(folder, 'wrong.csv');
    await writeFile(
      file,
      [
        `${former},${home}/start`,
        `${former}/x,https://elsewhere.example/x`,
        `${former}/y`,
        `not an address,${home}/z`,
        `${former}/,${home}/elsewhere`,
        `${home}/p,${home}/q`,
        `${home}/q,${home}/p`,
      ].join('\n'),
    );

    const { error } = await run('--file', file);

    const lines = error.split('\n');
    assert.equal(lines[0], 'nothing was moved.');
    for (const line of [2, 3, 4, 5, 6, 7])
      assert.ok(
        lines.some((text) => text.startsWith(`${file}:${line}: `)),
        `line ${line} in ${error}`,
      );
    assert.equal(lines.length, 7);
    assert.equal(await count(`${home}/start`), 0);
  });

  it('makes no database where there is none', async () => {
    const file = join(folder, 'mistyped.db');
    process.env['DATABASE_URL'] = `sqlite:${file}`;
    try {
      for (const args of [[`${former}/a`, `${home}/a`], ['--prefix', former, home], ['--ambiguous']])
        assert.match((await run(...args)).error, /^There is no Parvis database at .*mistyped\.db\. .*parvis migrate/);
      assert.match((await runCommand('page-title', `${home}/a`, 'A')).error, /^There is no Parvis database at/);
      assert.equal(existsSync(file), false);
    } finally {
      process.env['DATABASE_URL'] = database.url;
    }
  });

  it('says in one line what cannot be moved', async () => {
    for (const [args, message] of [
      [[`${former}/a`, 'https://elsewhere.example/'], /PARVIS_ORIGINS does not name it/],
      [['file:///a', `${home}/a`], /is no http or https address/],
      [['same', 'same'], /are the same page already/],
      [['--file', join(folder, 'nowhere.csv')], /nowhere\.csv does not exist/],
      [['--ambiguous', 'x'], /--file and --ambiguous take no addresses/],
    ] as const) {
      const { error } = await run(...args);
      assert.match(error, message);
      assert.equal(error.split('\n').length, 1, error);
    }
  });
});
