import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { SignJWT } from 'jose';
import { toGlobalId } from '../../../server/src/platform/ids.ts';
import { EventReader } from '../../support/server/event-reader.ts';
import { askToFollow, follow } from '../../support/server/follow.ts';
import { addPeople } from '../../support/server/test-people.ts';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';
import { until } from '../../support/server/until.ts';
import { rowId } from '../../support/server/ids.ts';

const news = toGlobalId('Page', 'news');
const secret = 'a secret of at least 32 characters';
const settings = {
  PARVIS_AUTH: 'jwt,anonymous',
  PARVIS_JWT_ISSUER: 'https://login.example.org',
  PARVIS_JWT_AUDIENCE: 'parvis',
  PARVIS_JWT_SECRET: secret,
};

describe('a stream, for as long as its reader may follow it,', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startTestServer(settings);
    server.app.start();
    await addPeople(server, { ana: { name: 'Ana' }, bob: { name: 'Bob' } });
  });
  afterEach(() => server.close());

  /** @param lifetime - In seconds. */
  async function token(handle: string, lifetime = 600): Promise<{ authorization: string }> {
    const now = Math.floor(server.clock.now() / 1000);
    const jwt = new SignJWT({ preferred_username: handle })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(settings.PARVIS_JWT_ISSUER)
      .setAudience(settings.PARVIS_JWT_AUDIENCE)
      .setIssuedAt(now)
      .setExpirationTime(now + lifetime);
    return { authorization: `Bearer ${await jwt.sign(new TextEncoder().encode(secret))}` };
  }

  const reader = async (handle: string, lifetime?: number) =>
    follow(server.signedOut, [news], { headers: await token(handle, lifetime) });

  const locked = { id: rowId('x'), type: 'DiscussionLocked', topics: [news], subject: news, people: [] } as const;
  const personId = async (handle: string) => {
    const found = await server.app.services.people.identify({ handle });
    return toGlobalId('Person', found!.person.id);
  };
  const leaves = async (handle: string) => {
    await server.app.services.people.import(Readable.from([`handle,name,status\n${handle},Somebody,departed\n`]));
  };

  it('is refused to strangers and to those whose token does not hold', async () => {
    const stranger = await askToFollow(server.signedOut, [news]);
    const expired = await askToFollow(server.signedOut, [news], { headers: await token('ana', -61) });

    for (const response of [stranger, expired]) {
      assert.equal(response.status, 401);
      assert.match(response.headers.get('content-type')!, /^application\/json/);
      assert.equal((await response.json()).errors[0].extensions.code, 'UNAUTHENTICATED');
    }
  });

  it('ends when the token has expired for longer than clocks may differ, and says why', async () => {
    const ana = await reader('ana', 60);
    const bob = await reader('bob', 600);

    server.clock.advance(119_000);
    await server.app.events.log.append([locked]);
    await ana.have(1);
    server.clock.advance(1_000);

    await ana.ended();
    assert.ok(ana.isComplete);
    assert.deepEqual(
      ana.errors.map(({ extensions }) => extensions.code),
      ['UNAUTHENTICATED'],
    );
    await server.app.events.log.append([{ ...locked, id: rowId('y') }]);
    await bob.have(2);
    assert.equal(ana.events.length, 1);
  });

  it('ends when its reader leaves, and nobody else’s does', async () => {
    const [ana, bob] = [await reader('ana'), await reader('bob')];

    await leaves('ana');

    await ana.ended();
    assert.ok(ana.isComplete);
    assert.equal(ana.errors[0]!.extensions.code, 'UNAUTHENTICATED');
    await server.app.events.log.append([locked]);
    await bob.have(1);
    assert.deepEqual(ana.events, []);
  });

  it('ends within a second when an administrator deactivates its reader', async () => {
    await addPeople(server, { adam: { name: 'Adam', role: 'ADMIN' } });
    const [ana, bob] = [await reader('ana'), await reader('bob')];
    const before = performance.now();

    const { userErrors } = await server
      .as('adam')
      .attempt('deactivatePerson', { personId: await personId('ana') }, 'person { id }');
    await ana.ended();

    assert.deepEqual(userErrors, []);
    assert.ok(performance.now() - before < 1_000);
    assert.equal(ana.errors[0]!.extensions.code, 'UNAUTHENTICATED');
    assert.equal(ana.errors[0]!.message, 'The directory says that you have left. Ask your administrator.');
    assert.equal((await askToFollow(server.signedOut, [news], { headers: await token('ana') })).status, 401);
    await server.app.events.log.append([locked]);
    await bob.have(1);
  });

  it('is asked about again when its reader becomes a guest, and tells no more of what employees read', async () => {
    const ana = await reader('ana');

    await server.app.services.people.commandRights({ handle: 'ana', change: { kind: 'GUEST' } });
    await until(() => ana.told.length > 1);
    await server.app.events.log.append([locked]);
    await server.app.services.people.commandRights({ handle: 'ana', change: { kind: 'CONTRACTOR' } });
    await until(() => ana.told.length > 2);
    await server.app.events.log.append([{ ...locked, id: rowId('y') }]);

    await ana.have(1);
    assert.deepEqual(ana.types, ['Subscribed', 'Subscribed', 'Subscribed', 'DiscussionLocked']);
    assert.deepEqual(
      ana.told.slice(0, 3).map(({ topics }) => topics),
      [[news], [], [news]],
    );
  });

  it('goes on when its reader may do other things', async () => {
    const ana = await reader('ana');
    const authenticated = server.app.events.figures.open;

    await server.app.events.log.append([
      { id: rowId('r'), type: 'RightsChanged', topics: [news], subject: await personId('ana'), people: [] },
      locked,
    ]);

    await ana.have(1);
    assert.deepEqual(ana.types, ['Subscribed', 'DiscussionLocked']);
    assert.equal(server.app.events.figures.open, authenticated);
  });

  it('ends for somebody who leaves while it is opened', async () => {
    const headers = await token('ana');
    const subject = await personId('ana');
    const { people } = server.app.services;
    const original = people.signIn.bind(people);
    // The directory is read, then Ana leaves, then the stream begins.
    people.signIn = async (...claims) => {
      const found = await original(...claims);
      people.signIn = original;
      await server.app.database.db
        .updateTable('person')
        .set({ status: 'DEPARTED' })
        .where('handle', '=', 'ana')
        .execute();
      await server.app.events.log.append([{ id: rowId('r'), type: 'RightsChanged', topics: [], subject, people: [] }]);
      return found;
    };

    const ana = new EventReader((await askToFollow(server.signedOut, [news], { headers })).body!);

    await ana.ended();
    assert.deepEqual(ana.told, []);
    assert.equal(ana.errors[0]!.extensions.code, 'UNAUTHENTICATED');
  });

  it('is asked about again every few minutes', async () => {
    const ana = await reader('ana');
    await server.app.database.db
      .updateTable('person')
      .set({ status: 'DEPARTED' })
      .where('handle', '=', 'ana')
      .execute();

    server.clock.advance(5 * 60_000);

    await ana.ended();
    assert.equal(ana.errors[0]!.extensions.code, 'UNAUTHENTICATED');
  });

  it('follows less when there is less to follow', async () => {
    const post = (await server.signedOut
      .post(
        {
          query: `mutation { addPost(input: {idempotencyKey: "12345678", wallKey: "company", body: "x"}) { post { id } } }`,
        },
        await token('bob'),
      )
      .then((response) => response.json())) as { data: { addPost: { post: { id: string } } } };
    const { id } = post.data.addPost.post;
    const ana = await follow(server.signedOut, [news, id], { headers: await token('ana') });
    await server.app.database.db.updateTable('subject').set({ deleted_at: 1 }).where('kind', '=', 'Post').execute();

    server.clock.advance(5 * 60_000);

    await until(() => ana.told.length === 2);
    assert.deepEqual(ana.told[1].topics, [news]);
    assert.deepEqual(ana.types, ['Subscribed', 'Subscribed']);
  });

  it('is kept where nobody can tell for the moment', async () => {
    const ana = await reader('ana');
    const { people } = server.app.services;
    const original = people.signIn.bind(people);
    let asked = 0;
    people.signIn = async () => {
      asked += 1;
      throw new Error('The database is away.');
    };

    server.clock.advance(5 * 60_000);
    await until(() => asked > 0);
    people.signIn = original;

    await server.app.events.log.append([locked]);
    await ana.have(1);
  });
});
