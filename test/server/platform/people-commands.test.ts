import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createSharedDatabase, type TestDatabase } from '../../support/server/test-database.ts';

const parvis = fileURLToPath(new URL('../../../server/bin/parvis', import.meta.url));

describe('parvis people', () => {
  let folder: string;
  let database: TestDatabase;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parvis-people-'));
    database = await createSharedDatabase();
    await writeFile(join(folder, 'none.csv'), 'handle,name\nno.body,Nobody\n');
    run(['import', 'people', join(folder, 'none.csv'), '--create']);
  });
  after(async () => {
    await database.drop();
    await rm(folder, { recursive: true });
  });

  const run = (args: string[]) =>
    spawnSync(process.execPath, [parvis, ...args], {
      encoding: 'utf8',
      env: { ...process.env, DATABASE_URL: database.url },
    });

  it('gives somebody a role, and lists who has it', async () => {
    const file = join(folder, 'two.csv');
    await writeFile(file, 'handle,name\nrole.one,Una Rolle\nrole.two,Zwei Rolle\n');
    assert.equal(run(['import', 'people', file]).status, 0);

    const given = run(['people', 'role', 'Role.Two', 'ADMIN']);
    const admins = run(['people', 'list', '--role', 'admin']);

    assert.equal(given.stdout, 'Zwei Rolle (role.two) has the role admin now.\n', given.stderr);
    assert.equal(admins.stdout, 'role.two  admin  Zwei Rolle\n');
    assert.match(run(['people', 'list']).stdout, /^role\.one +employee {2}Una Rolle$/m);
    assert.match(
      run(['people', 'role', 'nobody.here', 'admin']).stderr,
      /^parvis: No person has the handle nobody\.here\. parvis people list shows the handles of all people; .*\n$/,
    );
    assert.match(
      run(['people', 'role', 'role.two', 'employee']).stderr,
      /^parvis: Zwei Rolle is the last administrator\. .* To do it all the same, add --force\.\n$/,
    );
    assert.match(run(['people', 'role', 'role.two', 'employee', '--force']).stdout, /has the role employee now/);
    assert.match(
      run(['people', 'role', 'role.one', 'root']).stderr,
      /^parvis: .*'root' is invalid for argument 'role'\. It must be one of employee, communicator, admin\. See .*\n$/,
    );
  });

  it('says what somebody is, marks them as departed and active again, and lists who is what', async () => {
    const file = join(folder, 'kinds.csv');
    await writeFile(file, 'handle,name\nkind.one,Una Sorte\n');
    assert.equal(run(['import', 'people', file]).status, 0);

    const guest = run(['people', 'kind', 'Kind.One', 'guest']);
    const admin = run(['people', 'role', 'kind.one', 'admin']);
    const gone = run(['people', 'deactivate', 'kind.one']);
    const again = run(['people', 'deactivate', 'kind.one']);
    const guests = run(['people', 'list', '--kind', 'guest']);
    const back = run(['people', 'reactivate', 'kind.one']);

    assert.equal(guest.stdout, 'Una Sorte (kind.one) has the kind guest now.\n', guest.stderr);
    assert.equal(admin.stderr, 'parvis: A guest cannot be an administrator, and Una Sorte would be one.\n');
    assert.match(gone.stdout, /^Una Sorte \(kind\.one\) is departed/);
    assert.equal(again.stdout, 'Una Sorte (kind.one) was already departed.\n');
    assert.equal(guests.stdout, 'kind.one  employee, guest, departed  Una Sorte\n');
    assert.match(back.stdout, /^Una Sorte \(kind\.one\) is active again/);
    for (const command of [
      ['kind', 'no.one', 'guest'],
      ['deactivate', 'no.one'],
      ['reactivate', 'no.one'],
    ])
      assert.match(
        run(['people', ...command]).stderr,
        /^parvis: No person has the handle no\.one\. parvis people list /,
      );
    assert.match(
      run(['people', 'kind', 'kind.one', 'robot']).stderr,
      /'robot' is invalid for argument 'kind'\. It must be one of employee, contractor, guest, service\./,
    );
  });
});
