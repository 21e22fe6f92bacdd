import { expect } from '@open-wc/testing';
import { graphql, ParvisClient } from '@parvis/core';

const PERSON = graphql('query Person($handle: String!) { person(handle: $handle) { id name } }');
const HOUR = 3_600;

/** As a JSON web token: only its payload is read here. */
function jwt(claims: object): string {
  const part = (value: object) => {
    const bytes = String.fromCharCode(...new TextEncoder().encode(JSON.stringify(value)));
    return btoa(bytes).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  };
  return `${part({ alg: 'none' })}.${part(claims)}.x`;
}

describe('the token of a page', () => {
  const { fetch } = window;
  const { now } = Date;
  let sent: (string | null)[];
  let asked: number;
  let isRefused: (token: string | null) => boolean;

  beforeEach(() => {
    sent = [];
    asked = 0;
    isRefused = () => false;
    window.fetch = (_input, init) => {
      const token = new Headers(init!.headers).get('authorization');
      sent.push(token);
      const operations = JSON.parse(init!.body as string) as unknown[];
      if (!isRefused(token)) return Promise.resolve(Response.json(operations.map(() => ({ data: { person: null } }))));
      const errors = [{ message: 'The token was not accepted.', extensions: { code: 'UNAUTHENTICATED' } }];
      return Promise.resolve(Response.json({ errors }, { status: 401 }));
    };
  });
  afterEach(() => {
    window.fetch = fetch;
    Date.now = now;
  });

  const clientWith = (getToken: () => string | null | Promise<string | null>) =>
    new ParvisClient({
      endpoint: 'https://parvis.example/graphql',
      getToken: () => {
        asked++;
        return getToken();
      },
    });
  const ask = (client: ParvisClient) => client.query(PERSON, { handle: `p${sent.length}` });
  const later = (seconds: number) => (Date.now = () => now() + seconds * 1_000);
  const inSeconds = () => Math.floor(now() / 1_000);

  it('is asked for once for as long as it says that it holds', async () => {
    const client = clientWith(() => jwt({ exp: inSeconds() + HOUR, name: 'Zoé ÿ?>' }));

    await ask(client);
    await ask(client);
    later(HOUR - 60);
    await ask(client);
    expect(asked).to.equal(1);
    later(HOUR - 1);
    await ask(client);

    expect(asked).to.equal(2);
    expect(sent.every((token) => token?.startsWith('Bearer ey'))).to.equal(true);
  });

  for (const [kind, token] of [
    ['only its server can read', 'opaque-4711'],
    ['looks like one and is none', 'a.b.c'],
    ['names no end', jwt({ sub: 'x' })],
    ['names its end in words', jwt({ exp: 'tomorrow' })],
  ] as const) {
    it(`is kept for a minute where it ${kind}`, async () => {
      const client = clientWith(() => token);

      await ask(client);
      later(50);
      await ask(client);
      expect(asked).to.equal(1);
      later(70);
      await ask(client);

      expect(asked).to.equal(2);
    });
  }

  it('is asked for once by all that asks in the same moment', async () => {
    const client = clientWith(async () => {
      await new Promise((resolve) => setTimeout(resolve, 10));
      return jwt({ exp: inSeconds() + HOUR });
    });

    await Promise.all([client.request('{ a }', {}), client.request('{ b }', {}), ask(client)]);

    expect(asked).to.equal(1);
    expect(sent.length).to.equal(3);
  });

  it('is asked for anew where it was refused, and what was refused with it is sent again', async () => {
    isRefused = (token) => token === 'Bearer first';
    const client = clientWith(() => (asked === 1 ? 'first' : 'second'));

    await ask(client);
    await ask(client);

    expect(sent).to.deep.equal(['Bearer first', 'Bearer second', 'Bearer second']);
    expect(asked).to.equal(2);
  });

  it('is asked for no more than twice where it is refused again', async () => {
    isRefused = () => true;
    const client = clientWith(() => 'bad');

    const reason: unknown = await ask(client).catch((error: unknown) => error);

    expect(reason).to.include({ code: 'UNAUTHENTICATED' });
    expect(asked).to.equal(2);
  });

  it('is asked for each time while nobody is signed in', async () => {
    let token: string | null = null;
    const client = clientWith(() => token);
    await ask(client);

    token = 'signed-in';
    await ask(client);

    expect(sent).to.deep.equal([null, 'Bearer signed-in']);
  });

  it('is asked for again where the page failed to get it, or never answers', async () => {
    const answers = [() => Promise.reject(new Error('no')), () => new Promise<string>(() => {}), () => 'there'];
    const client = clientWith(() => answers[Math.min(asked, answers.length) - 1]!());
    const getToken = client.getToken!;

    const failed = await Promise.resolve(getToken()).catch(() => 'failed');
    void getToken();
    await new Promise((resolve) => setTimeout(resolve));
    later(20);

    expect(failed).to.equal('failed');
    expect(await getToken()).to.equal('there');
  });
});
