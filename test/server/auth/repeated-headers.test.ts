import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import { SignJWT } from 'jose';
import { listen, type Listening } from '../../../server/src/http/listen.ts';
import { addPeople } from '../../support/server/test-people.ts';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';

const secret = 'a secret of more than thirty-two characters';
const issuer = 'https://login.example.org';
const body = JSON.stringify({ query: '{ viewer { person { handle } } }' });

// Only a socket can send a header twice: what comes over fetch has one line for each name.
describe('a header that came more than once, over a socket,', () => {
  let server: TestServer;
  let listening: Listening;
  before(async () => {
    server = await startTestServer({
      PARVIS_AUTH: 'proxy,jwt,anonymous',
      PARVIS_TRUSTED_PROXIES: '127.0.0.1',
      PARVIS_PROXY_NAME_HEADER: 'X-Remote-Name',
      PARVIS_PROXY_EMAIL_HEADER: 'X-Remote-Email',
      PARVIS_JWT_ISSUER: issuer,
      PARVIS_JWT_AUDIENCE: 'parvis',
      PARVIS_JWT_SECRET: secret,
    });
    await addPeople(server, { jane: { name: 'Jane Doe', email: 'jane@example.org' }, john: { name: 'John Doe' } });
    listening = await listen((request, response) => server.app.handle(request, response), {
      host: '127.0.0.1',
      port: 0,
    });
  });
  after(async () => {
    await listening.stop(100);
    await server.close();
  });

  const ask = async (...headers: string[]) => {
    const socket = connect(listening.port, '127.0.0.1');
    await once(socket, 'connect');
    const lines = ['host: localhost', 'connection: close', 'content-type: application/json', ...headers];
    socket.write(`POST /graphql HTTP/1.1\r\n${lines.join('\r\n')}\r\ncontent-length: ${body.length}\r\n\r\n${body}`);
    const answer = await text(socket);
    return { status: Number(answer.slice(9, 12)), text: answer };
  };
  const isRefused = ({ status, text: answer }: Awaited<ReturnType<typeof ask>>) => {
    assert.equal(status, 401, answer);
    assert.match(answer, /"code":"UNAUTHENTICATED"/);
    assert.doesNotMatch(answer, /"handle"/);
  };
  const bearer = async (handle: string) => {
    const token = new SignJWT({ preferred_username: handle, exp: Math.floor(server.clock.now() / 1000) + 300 });
    const signed = token.setIssuer(issuer).setAudience('parvis').setProtectedHeader({ alg: 'HS256' });
    return `Bearer ${await signed.sign(new TextEncoder().encode(secret))}`;
  };

  it('is taken where it came once', async () => {
    assert.match((await ask('X-Remote-User: jane')).text, /"handle":"jane"/);
    assert.match((await ask(`Authorization: ${await bearer('john')}`)).text, /"handle":"john"/);
  });

  for (const [what, lines] of Object.entries({
    'two people': ['X-Remote-User: jane', 'X-Remote-User: john'],
    'the same person twice': ['X-Remote-User: jane', 'X-Remote-User: jane'],
    'different case': ['X-Remote-User: jane', 'x-remote-user: john'],
    'capitals alone': ['x-remote-user: jane', 'X-REMOTE-USER: john'],
    'another header between': ['X-Remote-User: jane', 'X-Remote-Name: Jane', 'X-Remote-User: john'],
    'an empty one before': ['X-Remote-User:', 'X-Remote-User: jane'],
    'an empty one behind': ['X-Remote-User: jane', 'X-Remote-User: '],
    'two empty ones': ['X-Remote-User:', 'X-Remote-User:'],
    'three of them': ['X-Remote-User: jane', 'X-Remote-User: jane', 'X-Remote-User: john'],
    'two names': ['X-Remote-User: jane', 'X-Remote-Name: Jane', 'x-remote-name: John'],
    'two mails': ['X-Remote-User: jane', 'X-Remote-Email: jane@example.org', 'X-REMOTE-EMAIL: john@example.org'],
  })) {
    it(`signs nobody in by the proxy: ${what}`, async () => {
      isRefused(await ask(...lines));
    });
  }

  it('signs nobody in by a token, whichever of them comes first', async () => {
    const [jane, john] = [await bearer('jane'), await bearer('john')];

    isRefused(await ask(`Authorization: ${jane}`, `Authorization: ${john}`));
    isRefused(await ask(`Authorization: ${jane}`, `authorization: ${jane}`));
    isRefused(await ask(`AUTHORIZATION: ${jane}`, 'authorization: Basic amFuZTpzZWNyZXQ='));
    isRefused(await ask('authorization: Basic amFuZTpzZWNyZXQ=', `Authorization: ${jane}`));
    isRefused(await ask('authorization:', `Authorization: ${jane}`));
  });

  it('is logged without what it held', async () => {
    const token = await bearer('jane');
    server.logged.length = 0;
    server.clock.advance(60 * 60 * 1000);

    await ask(`Authorization: ${token}`, `Authorization: ${token}`);

    assert.equal(server.logged.length, 1);
    assert.match(server.logged[0]!.msg, /the header authorization came more than once/);
    assert.doesNotMatch(JSON.stringify(server.logged), new RegExp(token.slice(7, 40)));
  });

  it('is no second way in: an underscore, a fold and a space before the colon are no header of the proxy', async () => {
    assert.match((await ask('X-Remote-User: jane', 'X_Remote_User: john')).text, /"handle":"jane"/);
    assert.equal((await ask('X-Remote-User: jane', 'X-Remote-User : john')).status, 400);
    assert.equal((await ask('X-Remote-User: jane', ' john')).status, 400);
  });
});
