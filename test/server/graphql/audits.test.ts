import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { serverAudits } from 'graphql-http';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';

describe('GraphQL over HTTP', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer();
  });
  after(() => server.close());

  const audits = serverAudits({
    url: 'http://social.example.org/graphql',
    fetchFn: (input: string | URL, init: RequestInit) => server.app.fetch(new Request(input, init)),
  });

  it('is audited by 61 audits', () => assert.equal(audits.length, 61));

  for (const audit of audits) {
    it(audit.name, async () => {
      const result = await audit.fn();

      assert.equal(result.status, 'ok', 'reason' in result ? result.reason : undefined);
    });
  }
});
