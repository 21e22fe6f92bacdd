import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { printable, printableLine } from '../../../server/src/cli/terminal.ts';
import { createLog } from '../../../server/src/platform/log.ts';

const parvis = fileURLToPath(new URL('../../../server/bin/parvis', import.meta.url));

/** What a terminal obeys: clears the screen, sets its title, hides text, writes backwards. */
const commands = [
  '\u001b[2J',
  '\u001b]0;title\u0007',
  '\u009b31m',
  '\u0008\u0008',
  '\r',
  '\u202e',
  '\u200b',
  '\u007f',
  '\u2066',
  '\u{e0041}',
];
const OBEYED = /[\0-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/u;

describe('what is printed on a terminal', () => {
  it('shows what a terminal would obey, and leaves names as they are', () => {
    for (const command of commands) assert.doesNotMatch(printable(`a${command}b`), OBEYED);

    assert.equal(printable('a\u001b[2J\u{e0041}b'), 'a\\u001b[2J\\u{e0041}b');
    const names = 'Zoé\tMartin-Łuczak, Νίκος, 王芳, محمد علی‌رضا 👩‍🏭\n';
    assert.equal(printable(names), names);
    assert.equal(printableLine('a\n  parvis: b'), 'a parvis: b');
  });

  it('is so in the lines of the log, which stay what they were for programs', () => {
    let line = '';
    const text = `name${commands.join('')}`;
    createLog('info', { write: (written) => void (line += written) }).info({ text }, text);

    assert.doesNotMatch(line.trimEnd(), /[\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
    assert.equal((JSON.parse(line) as { text: string }).text, text);
  });

  describe('by parvis import people', () => {
    let folder: string;
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'parvis-terminal-'));
    });
    after(() => rm(folder, { recursive: true }));

    const run = (args: string[], database: string) =>
      spawnSync(process.execPath, [parvis, 'import', 'people', ...args], {
        encoding: 'utf8',
        env: { ...process.env, DATABASE_URL: `sqlite:${database}` },
      });

    it('is safe whatever the file and its path hold', async () => {
      const file = join(folder, 'peo\u001b[31mple.csv');
      await writeFile(file, 'login;name;mail;x\u001b[2Jy\n\u001b[1mroot;Bo\u001b[2JB;b\u009b31mo;1\n;;nobody\u202e;\n');

      const { stdout, stderr } = run([file, '--create', '--dry-run'], join(folder, 'escapes.db'));
      const missing = run([`${file}\u001b[2J`], join(folder, 'escapes.db'));

      for (const text of [stdout, stderr, missing.stderr]) {
        assert.notEqual(text, '');
        assert.doesNotMatch(text, OBEYED);
      }
    });

    it('names the database, and makes none unless that is said', async () => {
      const file = join(folder, 'people.csv');
      const database = join(folder, 'new.db');
      await writeFile(file, 'handle,name,phone\nann,Ann Roy,none\n');

      const refused = run([file], database);
      const made = existsSync(database);
      const created = run([file, '--create'], database);
      const again = run([file, '--missing', 'departed', '--missing-limit', '5 %'], database);

      assert.deepEqual([refused.status, made], [1, false]);
      assert.match(
        refused.stderr,
        /^parvis: There is no Parvis database at .*new\.db\. .*parvis migrate.*--create\.\n$/,
      );
      assert.match(created.stdout, /^Database: .*new\.db\n1 rows, 1 added, .* 0 skipped, 1 imported in part\.\n$/);
      assert.match(created.stderr, /people\.csv:2: “none” is not a phone number/);
      assert.deepEqual([created.status, again.status], [0, 0], again.stderr);
    });

    it('says in one line what is wrong with its options', async () => {
      const file = join(folder, 'people.csv');
      await writeFile(file, 'handle,name\nann,Ann Roy\n');
      const wrong: [string[], RegExp][] = [
        [['--missing', 'gone'], /'--missing <what>' argument 'gone' is invalid\. Allowed choices are departed\./],
        [['--missing-limit', '5'], /--missing-limit needs --missing departed/],
        [['--missing', 'departed', '--missing-limit', 'half'], /'half' is invalid\. It must be a percentage/],
        [['--map', 'name'], /--map "name" is not "Their column=field"/],
        [['--encoding', 'klingon'], /“klingon” is not an encoding/],
      ];
      for (const [options, reason] of wrong) {
        const { stderr, status } = run([file, '--create', ...options], join(folder, 'options.db'));
        assert.equal(status, 1);
        assert.match(stderr, reason);
        assert.equal(stderr.split('\n').length, 2, stderr);
      }
    });
  });
});
