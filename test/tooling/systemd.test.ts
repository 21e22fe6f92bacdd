import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createApp } from '../../server/src/app.ts';
import { readConfig } from '../../server/src/config.ts';
import { migrate } from '../../server/src/database/migrate.ts';
import { onPath } from '../support/services/on-path.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (file: string) => readFileSync(join(root, 'deploy', file), 'utf8');
const run = promisify(execFile);

describe('the units of systemd', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'parvis-units-'));
  });
  after(() => rmSync(folder, { recursive: true }));
  const written = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const unit = (name: string) => written(name, read(name).replaceAll('/usr/bin/node', process.execPath));
  const services = ['parvis.service', 'parvis-backup.service'];
  const skip = onPath('systemd-analyze') ? false : 'there is no systemd-analyze here';

  for (const name of [...services, 'parvis-backup.timer']) {
    it(`are understood by it: ${name}`, { skip }, async () => {
      services.forEach(unit);
      const { stderr } = await run('systemd-analyze', ['verify', '--man=no', unit(name)]);

      assert.doesNotMatch(stderr, /parvis/);
    });
  }

  it('would not be understood with a mistake', { skip }, async () => {
    const wrong = written('wrong.service', read('parvis.service').replace('ProtectSystem=', 'ProtctSystem='));
    const { stderr } = await run('systemd-analyze', ['verify', '--man=no', wrong]).catch(
      (error: { stderr: string }) => error,
    );

    assert.match(stderr, /ProtctSystem/);
  });

  for (const name of services) {
    it(`let the process do little: ${name}`, { skip }, async () => {
      const { stdout } = await run('systemd-analyze', ['security', '--offline=true', '--threshold=20', unit(name)]);

      assert.match(stdout, /Overall exposure level/);
    });
  }

  it('are of one installation: user, tree, settings and database', () => {
    const facts = /^(?:WorkingDirectory|EnvironmentFile|DynamicUser|Environment)=.*$/gm;

    assert.deepEqual(read('parvis-backup.service').match(facts), read('parvis.service').match(facts));
    // The dynamic user has the name of the first unit unless one is given.
    assert.match(read('parvis-backup.service'), /^User=parvis$/m);
  });

  it('make a backup by the line that stands there', async () => {
    const state = join(folder, 'state');
    mkdirSync(join(state, 'backups'), { recursive: true });
    const database = `sqlite:${join(state, 'parvis.db')}`;
    const app = createApp(readConfig({ DATABASE_URL: database, PARVIS_LOG_LEVEL: 'silent' }));
    await migrate(app.database.db);
    await app.close();
    const lines = [...read('parvis-backup.service').matchAll(/^ExecStart(?:Post)?=(.*)$/gm)].map(([, line]) =>
      line!
        .replaceAll('/usr/bin/node', process.execPath)
        .replaceAll('/opt/parvis/', root)
        .replaceAll('/var/lib/parvis', state)
        .replaceAll('%%', '%'),
    );

    // As systemd does: no shell but the one that stands there.
    const [, script] = /^\/bin\/sh -c '(.*)'$/.exec(lines[0]!)!;
    await run('/bin/sh', ['-c', script!], { env: { ...process.env, DATABASE_URL: database } });
    const [find, ...words] = lines[1]!.split(' ');
    await run(find!, words);

    const [backup] = readdirSync(join(state, 'backups'));
    assert.match(backup!, /^\d{4}-\d\d-\d\d-\d{4}\.db$/);
  });

  it('leave more time than a stop takes', () => {
    const [, seconds] = /^TimeoutStopSec=(\d+)$/m.exec(read('parvis.service'))!;

    assert.ok(Number(seconds) > 8 + 5);
  });
});
