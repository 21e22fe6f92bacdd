import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { isIntrospectionType, isObjectType } from 'graphql';
import { addPeople } from '../../support/server/test-people.ts';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';

describe('the policy of the schema', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer({ PARVIS_ANONYMOUS: 'none' });
    await addPeople(server, { emma: { name: 'Emma' } });
  });
  after(() => server.close());

  const objectTypes = () =>
    Object.values(server.app.schema.getTypeMap()).filter((type) => isObjectType(type) && !isIntrospectionType(type));

  it('decides about every field of every type', () => {
    const undecided = objectTypes().flatMap((type) =>
      Object.values(isObjectType(type) ? type.getFields() : {})
        .filter(({ extensions }) => !isDecision(extensions['access']))
        .map((field) => `${type.name}.${field.name}`),
    );

    assert.ok(objectTypes().length > 20);
    assert.deepEqual(undecided, []);
  });

  it('leaves no root field of a query to its parent, which nobody guards', () => {
    const open = Object.values(server.app.schema.getQueryType()!.getFields())
      .filter(({ extensions }) => extensions['access'] === 'parent')
      .map(({ name }) => name);

    assert.deepEqual(open, []);
  });

  it('lets everyone see but who they are and what the server is like', () => {
    const open = Object.values(server.app.schema.getQueryType()!.getFields())
      .filter(({ extensions }) => extensions['access'] === 'everyone')
      .map(({ name }) => name);

    assert.deepEqual(open.toSorted(), ['settings', 'viewer']);
  });

  for (const [field, query] of Object.entries({
    node: '{ node(id: "UGFnZTpuZXdz") { id } }',
    nodes: '{ nodes(ids: ["UGFnZTpuZXdz"]) { id } }',
    pages: '{ pages(keys: ["news"]) { id } }',
    wall: '{ wall(key: "company") { id } }',
    person: '{ person(handle: "emma") { name } }',
    people: '{ people(query: "emma") { nodes { name } } }',
  })) {
    it(`keeps ${field} from strangers and tells them where to sign in`, async () => {
      const { data, errors } = await server.signedOut.send(query);

      assert.equal(data?.[field] ?? null, null);
      assert.equal(errors![0]!.extensions!['code'], 'UNAUTHENTICATED');
      assert.equal(errors![0]!.extensions!['signInUrl'], '/demo/sign-in');
    });
  }
});

function isDecision(access: unknown): boolean {
  return access === 'everyone' || access === 'parent' || typeof access === 'function';
}
