import { graphql, holdTurn, mutate, ParvisClient, ParvisError } from '@parvis/core';
import { expect } from '@open-wc/testing';

const PERSON = graphql('query Person($handle: String!) { person(handle: $handle) { id name } }');
const PAGES = graphql('query Pages($keys: [String!]!) { pages(keys: $keys) { id key } }');
const LOCK = graphql(
  'mutation Lock($input: SetLockedInput!) { setLocked(input: $input) { userErrors { code message retryAfter } } }',
);

type Sent = { query: string; variables: Record<string, unknown> }[];

describe('client', () => {
  const { fetch } = window;
  let requests: { sent: Sent; headers: Headers }[];
  let answer: (sent: Sent, attempt: number) => Response | Promise<Response>;
  let client: ParvisClient;

  const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });

  beforeEach(() => {
    requests = [];
    client = new ParvisClient({ endpoint: 'https://parvis.example/graphql' });
    window.fetch = async (_input, init) => {
      const sent = JSON.parse(init!.body as string) as Sent;
      requests.push({ sent, headers: new Headers(init!.headers) });
      return answer(sent, requests.length);
    };
  });

  afterEach(() => {
    window.fetch = fetch;
  });

  it('sends what is asked in one turn as one request, and the same question once', async () => {
    answer = (sent) => json(sent.map(({ variables }) => ({ data: { person: { id: variables.handle, name: 'x' } } })));

    const [first, again, other] = await Promise.all(
      ['ana', 'ana', 'bo'].map((handle) => client.query(PERSON, { handle })),
    );

    expect(requests).to.have.length(1);
    expect(requests[0]!.sent).to.have.length(2);
    expect([first, again, other].map((result) => result?.person?.id)).to.deep.equal(['ana', 'ana', 'bo']);
  });

  it('asks for the keys of one turn as one operation, and gives each asker its own', async () => {
    answer = ([operation]) =>
      json([{ data: { pages: (operation!.variables.keys as string[]).map((key) => ({ id: `id-${key}`, key })) } }]);

    const pages = await Promise.all(['a', 'b', 'a'].map((key) => client.load(PAGES, key)));

    expect(requests.map(({ sent }) => sent.map(({ variables }) => variables))).to.deep.equal([[{ keys: ['a', 'b'] }]]);
    expect(pages.map(({ id }) => id)).to.deep.equal(['id-a', 'id-b', 'id-a']);
    expect(client.cache.get('id-b')).to.deep.include({ key: 'b' });
  });

  it('refuses one key of many with its own error, and answers the others', async () => {
    answer = () =>
      json([
        {
          data: { pages: [{ id: 'a', key: 'a' }, null] },
          errors: [{ message: 'Not here.', path: ['pages', 1], extensions: { code: 'INVALID' } }],
        },
      ]);

    const [good, bad] = await Promise.allSettled([client.load(PAGES, 'a'), client.load(PAGES, 'b')]);

    expect(good.status).to.equal('fulfilled');
    expect((bad as PromiseRejectedResult).reason).to.include({ code: 'INVALID', message: 'Not here.' });
  });

  it('holds what is asked while the code of a page arrives, so that it travels together', async () => {
    answer = (sent) => json(sent.map(() => ({ data: { person: null } })));
    let arrived!: () => void;
    holdTurn(new Promise<void>((resolve) => (arrived = resolve)));

    const early = client.query(PERSON, { handle: 'early' });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(requests).to.have.length(0);
    const late = client.query(PERSON, { handle: 'late' });
    arrived();
    await Promise.all([early, late]);

    expect(requests).to.have.length(1);
  });

  it('is offline where the page cannot get its token, and comes back with it', async () => {
    answer = (sent) => json(sent.map(() => ({ data: { person: null } })));
    let tokens = 0;
    const getToken = () => (++tokens > 3 ? 'a-token' : Promise.reject(new TypeError('Failed to fetch')));
    client = new ParvisClient({ endpoint: 'https://parvis.example/graphql', getToken });

    const reason = await client.query(PERSON, { handle: 'ana' }).catch((error: unknown) => error);
    await client.query(PERSON, { handle: 'ana' });

    expect(reason).to.include({ code: 'OFFLINE', isTransient: true });
    expect(requests.map(({ headers }) => headers.get('authorization'))).to.deep.equal(['Bearer a-token']);
  });

  it('waits for a token no longer than for an answer', async () => {
    const { timeout } = AbortSignal;
    AbortSignal.timeout = () => timeout.call(AbortSignal, 20);
    client = new ParvisClient({ endpoint: 'https://parvis.example/graphql', getToken: () => new Promise(() => {}) });

    const reason = await client.query(PERSON, { handle: 'ana' }).catch((error: unknown) => error);
    AbortSignal.timeout = timeout;

    expect(reason).to.include({ code: 'TIMEOUT', isTransient: true });
    expect(requests).to.have.length(0);
  });

  it('sends a write again after an outage, with the same idempotency key', async () => {
    answer = (_sent, attempt) => (attempt === 1 ? json({}, 503) : json([{ data: { setLocked: { userErrors: [] } } }]));

    await mutate(client, LOCK, { subjectId: 's', locked: true });

    const keys = requests.map(({ sent }) => (sent[0]!.variables.input as { idempotencyKey: string }).idempotencyKey);
    expect(keys).to.have.length(2);
    expect(keys[0]).to.equal(keys[1]);
    expect(keys[0]).to.match(/^[0-9a-f]{32}$/);
  });

  it('does not send again what the server has refused', async () => {
    answer = () => json([{ data: { setLocked: { userErrors: [{ code: 'FORBIDDEN', message: 'No.' }] } } }]);

    const reason: unknown = await mutate(client, LOCK, { subjectId: 's', locked: true }).catch(
      (error: unknown) => error,
    );

    expect(reason).to.be.instanceOf(ParvisError);
    expect(reason).to.include({ code: 'FORBIDDEN' });
    expect(requests).to.have.length(1);
  });

  it('tells an error of the server by its code and request id', async () => {
    answer = () => json([{ errors: [{ message: 'Oh.', extensions: { code: 'INTERNAL', requestId: 'r-1' } }] }]);

    const reason = (await client.query(PERSON, { handle: 'a' }).catch((error: unknown) => error)) as ParvisError;

    expect(reason.code).to.equal('INTERNAL');
    expect(reason.details.requestId).to.equal('r-1');
  });
});
