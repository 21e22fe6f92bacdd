import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { after, afterEach, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import type { ImportReport } from '../../../server/src/modules/people/index.ts';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';
import { activeDirectoryFiles } from './people-files/active-directory.ts';
import { filesByHand } from './people-files/by-hand.ts';
import { cloudDirectoryFiles } from './people-files/cloud-directories.ts';
import type { PeopleFileCase } from './people-files/people-file-case.ts';
import { spreadsheetFiles } from './people-files/spreadsheets.ts';

const files = [...activeDirectoryFiles, ...cloudDirectoryFiles, ...spreadsheetFiles, ...filesByHand];

describe('an import of a people file as people have it', () => {
  let server: TestServer;

  before(async () => {
    server = await startTestServer();
  });

  after(() => server.close());

  afterEach(async () => {
    const { db } = server.app.database;
    for (const table of ['login', 'person_search', 'person']) await sql`delete from ${sql.table(table)}`.execute(db);
  });

  for (const one of files) {
    it(`takes ${one.file}`, async () => {
      const { bytes, options, gives, says = [], people = {} } = one;
      const run = server.app.services.people.import(Readable.from([bytes]), options);
      if (gives instanceof RegExp) {
        await assert.rejects(run, { name: 'UnreadableFile', message: gives });
        return;
      }
      const report = await run;

      assert.deepEqual(outcome(report), gives, said(report).join('\n'));
      assertSaid(said(report), says);
      await assertPeople(people);
    });
  }

  async function assertPeople(people: NonNullable<PeopleFileCase['people']>): Promise<void> {
    if (Object.keys(people).length === 0) return;
    const service = server.app.services.people;
    const found = await service.resolveHandles(Object.keys(people));
    const managers = await service.managersOf([...found.values()].map(({ id }) => id));
    for (const [handle, { manager, ...expected }] of Object.entries(people)) {
      const person = found.get(handle);
      assert.ok(person, `nobody is ${handle}`);
      assert.deepEqual({ ...person, ...expected }, person);
      if (manager) assert.equal(managers.get(person.id)?.[0]?.handle, manager);
    }
  }
});

function outcome({ rows, added, refused, problems }: ImportReport): string {
  return `${rows} ${added} ${refused} ${problems.length - refused}`;
}

function said({ notices, problems }: ImportReport): string[] {
  return [...notices, ...problems.map(({ line, reason, leftOut }) => `${line}: ${leftOut ? 'out: ' : ''}${reason}`)];
}

function assertSaid(lines: readonly string[], patterns: readonly RegExp[]): void {
  for (const pattern of patterns) assert.ok(lines.some((line) => pattern.test(line)), `${pattern} in\n${lines.join('\n')}`);
  const others = lines.filter((line) => !patterns.some((pattern) => pattern.test(line)));
  assert.deepEqual(others, []);
} // prettier-ignore
