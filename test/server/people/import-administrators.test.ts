import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { addPeople } from '../../support/server/test-people.ts';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';

describe('an import of administrators', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startTestServer();
    await addPeople(server, { ana: { name: 'Ana Lima', role: 'ADMIN' }, bob: { name: 'Bob Stone' } });
  });
  afterEach(() => server.close());

  const load = (csv: string, options = {}) => server.app.services.people.import(Readable.from([csv]), options);
  const administrators = async () => {
    const people = await server.app.services.people.list({ role: 'ADMIN' });
    return people.filter(({ status }) => status === 'ACTIVE').map(({ handle }) => handle);
  };
  const reason = 'Ana Lima is the last administrator. Make another person an administrator first.';

  it('skips a row by which the last one would lose the role, or leave', async () => {
    for (const [columns, cell] of [
      ['handle,role', 'employee'],
      ['handle,status', 'departed'],
      ['handle,enabled', 'false'],
    ]) {
      for (const options of [{}, { dryRun: true }]) {
        const { problems, refused, updated } = await load(`${columns},job title\nana,${cell},Welder\n`, options);

        assert.deepEqual(problems, [{ line: 2, reason, leftOut: true }]);
        assert.deepEqual([refused, updated], [1, 0]);
      }
    }
    assert.deepEqual(await administrators(), ['ana']);
  });

  it('does so where the file takes away several: one stays', async () => {
    await load('handle,role\nbob,admin\n');

    const { problems } = await load('handle,role\nbob,employee\nana,employee\n');

    assert.deepEqual(problems, [{ line: 3, reason, leftOut: true }]);
    assert.deepEqual(await administrators(), ['ana']);
  });

  it('replaces one where another has a row before', async () => {
    for (const options of [{ dryRun: true }, {}]) {
      const { problems } = await load('handle,role\nbob,admin\nana,employee\n', options);

      assert.deepEqual(problems, []);
    }
    assert.deepEqual(await administrators(), ['bob']);
  });

  it('leaves one where two files are imported at once', async () => {
    await load('handle,role\nbob,admin\n');

    const reports = await Promise.all([load('handle,role\nana,employee\n'), load('handle,role\nbob,employee\n')]);

    assert.deepEqual(reports.map(({ refused }) => refused).sort(), [0, 1]);
    assert.equal((await administrators()).length, 1);
  });
});
