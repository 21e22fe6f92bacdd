import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { toGlobalId } from '../../../server/src/platform/ids.ts';
import { insertHostileData } from '../../support/server/hostile-data.ts';
import { type Intranet, startIntranet } from '../../support/server/intranet.ts';
import { OperationGenerator } from '../../support/server/operation-generator.ts';

/** `PARVIS_HOSTILE=long` sends 10,000 of them. */
const count = process.env['PARVIS_HOSTILE'] === 'long' ? 10_000 : 600;
const seed = Number(process.env['PARVIS_HOSTILE_SEED'] ?? 7);

describe('operations that nobody has thought of', () => {
  let intranet: Intranet;
  before(async () => {
    intranet = await startIntranet();
  });
  after(() => intranet.close());

  it(`are never the server’s fault: ${count} of them`, async () => {
    const sizes = { deep: 60, wide: 30, versions: 5, posts: 5, managers: 5, text: 100 };
    const { deepest, edited, post } = await insertHostileData(intranet, sizes);
    const person = await intranet.server.app.database.db.selectFrom('person').select('id').executeTakeFirstOrThrow();
    const names = ['news', 'hostile', 'https://intranet.example.org/a'];
    const ids = [
      deepest,
      edited,
      post,
      toGlobalId('Person', person.id),
      ...names.map((name) => toGlobalId('Page', name)),
      ...['company', 'person:ana', 'page:news', 'page:\u0000'].map((key) => toGlobalId('Wall', key)),
      ...['Comment', 'Post', 'Person', 'Page', 'Reaction', 'Wall'].flatMap((type) => [
        toGlobalId(type, '\u0000'),
        toGlobalId(type, 'nobody'),
        toGlobalId(type, '\ud800'),
      ]),
    ];
    const generator = new OperationGenerator(intranet.server.app.schema, ids, seed);
    const senders = [intranet.ana, intranet.cleo, intranet.adam, intranet.nobody];
    const outcomes = new Map<string, number>();

    for (let number = 0; number < count; number += 1) {
      const query = generator.next();
      const response = await senders[number % senders.length]!.client.post({ query });
      const text = await response.text();
      const { data, errors } = JSON.parse(text) as { data?: unknown; errors?: { extensions?: { code?: string } }[] };

      assert.ok(response.status < 500, `${response.status} ${text.slice(0, 300)}\n${query}`);
      for (const { extensions } of errors ?? []) {
        assert.notEqual(extensions?.code, 'INTERNAL_SERVER_ERROR', `${text.slice(0, 300)}\n${query}`);
        assert.notEqual(extensions?.code, 'UNAVAILABLE', `${text.slice(0, 300)}\n${query}`);
      }
      const outcome = data ? (errors ? 'some' : 'all') : 'none';
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }

    if (count > 1_000) console.log(Object.fromEntries(outcomes), intranet.server.logged.length);
    assert.ok(outcomes.get('all')! > count / 10, JSON.stringify([...outcomes]));
    assert.deepEqual(intranet.server.logged.slice(0, 3), []);
  });
});
