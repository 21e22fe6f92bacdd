import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createSharedDatabase, type TestDatabase } from '../../support/server/test-database.ts';

const parvis = fileURLToPath(new URL('../../../server/bin/parvis', import.meta.url));

describe('parvis', () => {
  let folder: string;
  let database: TestDatabase;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parvis-process-'));
    database = await createSharedDatabase();
  });
  after(async () => {
    await database.drop();
    await rm(folder, { recursive: true });
  });

  const environment = (settings: Record<string, string>) => ({
    ...process.env,
    DATABASE_URL: database.url,
    PORT: '0',
    ...settings,
  });
  const run = (args: string[], settings: Record<string, string> = {}) =>
    spawnSync(process.execPath, [parvis, ...args], { encoding: 'utf8', env: environment(settings) });

  /** The commands that a help lists. */
  const commandsOf = (help: string) =>
    [...help.slice(help.indexOf('\nCommands:')).matchAll(/^ {2}([a-z-]+)/gm)].map(([, name]) => name!);

  it('explains itself and its commands', () => {
    const { stdout, status } = run(['--help']);
    const people = run(['people', '--help']);

    assert.deepEqual([status, people.status], [0, 0]);
    assert.deepEqual(commandsOf(stdout), [
      'serve',
      'demo',
      'import',
      'people',
      'alias',
      'page-title',
      'jobs',
      'audit',
      'migrate',
      'seed',
      'backup',
      'restore',
      'migrate-data',
      'help',
    ]);
    assert.deepEqual(commandsOf(people.stdout), [
      'list',
      'role',
      'kind',
      'deactivate',
      'reactivate',
      'merge',
      'trust-mails',
      'help',
    ]);
    for (const line of stdout.split('\n')) assert.ok(line.length <= 100, `${line} fits a terminal`);
    for (const name of ['seed', 'import people', 'people trust-mails', 'migrate-data']) {
      const help = run([...name.split(' '), '--help']);
      assert.equal(help.status, 0, help.stderr);
      assert.match(help.stdout, new RegExp(`^Usage: parvis ${name}`));
    }
    assert.equal(run(['help']).stdout, stdout);
    assert.match(run(['import', 'people', '-h']).stdout, /\nExamples:\n {2}parvis import people/);
  });

  it('says its version, and fails where no command is named', () => {
    const version = run(['--version']);
    const nothing = run([]);
    const half = run(['import']);

    assert.deepEqual([version.status, nothing.status, half.status], [0, 1, 1]);
    assert.match(version.stdout, /^\d+\.\d+\.\d+\S*\n$/);
    assert.match(nothing.stderr, /^Usage: parvis /);
    assert.match(half.stderr, /^Usage: parvis import /);
  });

  for (const [what, args, settings, line] of [
    [
      'a wrong setting',
      ['serve'],
      { PORT: 'http' },
      /^parvis: PORT is "http": it takes a whole number from 0 to 65535\.\n$/,
    ],
    [
      'an unknown command',
      ['sevre'],
      {},
      /^parvis: unknown command 'sevre' \(Did you mean serve\?\)\. See parvis --help\.\n$/,
    ],
    [
      'an unknown command about people',
      ['people', 'roles'],
      {},
      /^parvis: unknown command 'roles' \(Did you mean role\?\)\. See parvis people --help\.\n$/,
    ],
    [
      'an unknown option',
      ['alias', '--dryrun', 'a', 'b'],
      {},
      /^parvis: unknown option '--dryrun' \(Did you mean --dry-run\?\)\. See parvis alias --help\.\n$/,
    ],
    [
      'a missing word',
      ['alias', 'one'],
      {},
      /^parvis: it takes the old address and the new one, or --file, or --ambiguous\. See parvis alias --help\.\n$/,
    ],
    ['a missing file', ['backup'], {}, /^parvis: missing required argument 'file'\. See parvis backup --help\.\n$/],
    [
      'a word too many',
      ['serve', 'now'],
      {},
      /^parvis: too many arguments for 'serve'\. Expected 0 arguments but got 1: now\. See parvis serve --help\.\n$/,
    ],
    [
      'a wrong number of people',
      ['seed', '--people', 'many'],
      {},
      /^parvis: option '--people <n>' argument 'many' is invalid\. It must be a whole number from 1 to 1000000\. See .*\n$/,
    ],
    [
      'a database that cannot be opened',
      ['migrate'],
      { DATABASE_URL: 'sqlite:/nowhere/at/all/x.db' },
      /^parvis: The database \/nowhere\/at\/all\/x\.db cannot be opened: .*\n$/,
    ],
    [
      'a CSV file that is not there',
      ['import', 'people', 'nowhere.csv'],
      {},
      /^parvis: nowhere\.csv does not exist\.\n$/,
    ],
  ] as const) {
    it(`says ${what} in one line and fails`, () => {
      const { status, stderr } = run([...args], settings);

      assert.equal(status, 1);
      assert.match(stderr, line);
    });
  }

  it('says that a port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;

    const child = spawn(process.execPath, [parvis, 'serve'], { env: environment({ PORT: String(port) }) });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    const [code] = (await once(child, 'close')) as [number];

    other.close();
    assert.equal(code, 1);
    assert.match(stderr, new RegExp(`^parvis: PORT is ${port}: another program listens there\\..*\\n$`));
  });

  it('imports people, tells wrong lines, and copies its database', async () => {
    const file = join(folder, 'people.csv');
    await writeFile(file, 'handle,name,email\njane,Jane Doe,jane@example.org\nJ@ne,Nobody,x\n');
    const copy = join(folder, 'copy.db');

    const rehearsal = run(['import', 'people', file, '--dry-run', '--create']);
    const imported = run(['import', 'people', file]);
    const backup = run(['backup', copy]);
    const again = run(['import', 'people', file], { DATABASE_URL: `sqlite:${copy}` });

    assert.match(rehearsal.stdout, /added jane\nNothing was written\. .*1 added/);
    assert.match(imported.stdout, /1 added/);
    assert.match(imported.stderr, /people\.csv:3: /);
    assert.equal(imported.status, 1);
    assert.equal(backup.status, 0, backup.stderr);
    assert.match(again.stdout, /1 unchanged/);
    assert.match(run(['backup', copy]).stderr, /exists already/);
  });

  const started = async (): Promise<{ child: ChildProcess; port: number }> => {
    const child = spawn(process.execPath, [parvis, 'serve'], {
      env: environment({ PARVIS_LOG_LEVEL: 'warn' }),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(child.stdout!, 'data')) as [Buffer];
    return { child, port: Number(/localhost:(\d+)/.exec(line.toString())![1]) };
  };
  /** A request of which the last byte is still to come. */
  const openRequest = async (port: number) => {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    const body = JSON.stringify({ query: '{ settings { editWindow } }' });
    socket.write(
      `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body.slice(0, -1)}`,
    );
    let answer = '';
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    // What is written has been read once another request is answered.
    await fetch(`http://127.0.0.1:${port}/healthz`);
    return { finish: () => socket.write(body.slice(-1)), closed: once(socket, 'close'), answer: () => answer };
  };

  it('answers what is under way before it stops, and takes nothing new', async () => {
    const { child, port } = await started();
    const exit = once(child, 'exit');
    const request = await openRequest(port);

    child.kill('SIGTERM');
    await refused(port);
    request.finish();

    await request.closed;
    assert.match(request.answer(), /200 OK[\s\S]*connection: close[\s\S]*editWindow/i);
    assert.deepEqual(await exit, [0, null]);
  });

  it('says in JSON what runs and where, and what looks like a mistake', async () => {
    const child = spawn(process.execPath, [parvis, 'serve'], {
      env: environment({ PARVIS_ORIGIN: 'https://intranet.example.org' }),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const exit = once(child, 'exit');
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    while (!output.includes('PARVIS_ORIGINS?')) await once(child.stdout, 'data');

    child.kill('SIGTERM');
    await exit;

    const lines = output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, string>);
    const [first] = lines;
    assert.match(first!.msg!, /^Parvis listens on http:\/\/localhost:\d+$/);
    assert.match(first!.version!, /^\d+\.\d+\.\d+/);
    assert.equal(first!.database, database.url.startsWith('sqlite') ? 'sqlite' : 'postgres');
    assert.equal(first!.events, 'memory');
    assert.deepEqual(
      lines.slice(1).flatMap(({ msg }) => (msg === 'the audit log ends here' ? [] : [msg])),
      ['PARVIS_ORIGIN is no setting and changes nothing. Did you mean PARVIS_ORIGINS?', 'stopping', 'stopped'],
    );
  });

  it('stops at once when it is told twice', async () => {
    const { child, port } = await started();
    const exit = once(child, 'exit');
    const request = await openRequest(port);

    child.kill('SIGTERM');
    await refused(port);
    child.kill('SIGTERM');

    assert.deepEqual(await exit, [1, null]);
    await request.closed.catch(() => undefined);
  });
});

/** Waits until nothing new is taken on a port. */
async function refused(port: number): Promise<void> {
  for (;;) {
    const error = await fetch(`http://127.0.0.1:${port}/healthz`, { headers: { connection: 'close' } }).catch(
      (reason: Error) => reason,
    );
    if (error instanceof Error) return;
  }
}
