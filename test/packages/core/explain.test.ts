// What a widget and the console say where a server does not answer as a Parvis server does.
import { expect } from '@open-wc/testing';
import { graphql, ParvisClient, type ParvisError } from '@parvis/core';

const PERSON = graphql('query Person($handle: String!) { person(handle: $handle) { id name } }');

describe('a server that does not answer as it should', () => {
  const { fetch } = window;
  const { error: log } = console;
  const { random } = Math;
  let said: string[];
  let count = 0;

  beforeEach(() => {
    said = [];
    // The pauses between attempts are drawn from half to one and a half of their length: from nothing, here.
    Math.random = () => -0.5;
    console.error = (...words: unknown[]) => said.push(words.map(String).join(' '));
  });
  afterEach(() => {
    window.fetch = fetch;
    console.error = log;
    Math.random = random;
  });

  /** Each has an address of its own: what was said of one is not said again. */
  const newEndpoint = () => `https://parvis-${++count}.example/graphql`;

  async function failureOf(endpoint = newEndpoint(), getToken?: () => string): Promise<ParvisError> {
    const client = new ParvisClient({ endpoint, getToken });
    return client.query(PERSON, { handle: 'ana' }).then(
      () => {
        throw new Error('It was answered.');
      },
      (reason: unknown) => reason as ParvisError,
    );
  }

  const page = (status = 200) =>
    new Response('<!doctype html><form action="/login">', { status, headers: { 'content-type': 'text/html' } });
  const refusal = (status: number, code: string, message = code) =>
    Response.json({ errors: [{ message, extensions: { code } }] }, { status });
  /** `fetch` cannot make one. */
  const redirect = () => Object.defineProperty(new Response(null), 'type', { value: 'opaqueredirect' });

  const answers: [what: string, answer: () => Response, expected: Partial<ParvisError>, hint?: RegExp][] = [
    [
      '200 and a web page',
      () => page(),
      { code: 'UNAUTHENTICATED', isTransient: false },
      /a web page .* signed out at the proxy/,
    ],
    ['401 and a web page', () => page(401), { code: 'UNAUTHENTICATED' }, /signed out at the proxy/],
    ['401 and nothing', () => new Response('', { status: 401 }), { code: 'UNAUTHENTICATED' }, /HTTP 401/],
    ['403 and a web page', () => page(403), { code: 'FORBIDDEN' }],
    ['404 and a web page', () => page(404), { code: 'UNAVAILABLE' }, /HTTP 404.*is the address right/],
    ['413 of a proxy', () => page(413), { code: 'TOO_LONG', isTransient: false }],
    [
      '413 of the server',
      () => refusal(413, 'BAD_REQUEST', 'A request has 1000000 bytes at most.'),
      { code: 'TOO_LONG' },
    ],
    ['429 of a proxy', () => page(429), { code: 'RATE_LIMITED' }],
    ['502 of a proxy', () => page(502), { code: 'UNAVAILABLE', isTransient: true }],
    ['503 of the server', () => refusal(503, 'UNAVAILABLE'), { code: 'UNAVAILABLE', isTransient: true }],
    ['500 of the server', () => refusal(500, 'INTERNAL_SERVER_ERROR'), { isTransient: false }],
    [
      'an origin that is not listed',
      () => refusal(403, 'BLOCKED', 'PARVIS_ORIGINS names those that may.'),
      { code: 'BLOCKED', isTransient: false },
      new RegExp(`rejects requests from ${origin}.*PARVIS_ORIGINS`),
    ],
  ];
  for (const [what, answer, expected, hint] of answers) {
    it(`is understood: ${what}`, async () => {
      window.fetch = () => Promise.resolve(answer());

      const failure = await failureOf();

      expect(failure).to.include(expected);
      expect(said.join('\n')).to.match(hint ?? /^$/);
    });
  }

  for (const [who, body] of [
    ['a proxy', ''],
    [
      'the server',
      JSON.stringify({ errors: [{ message: 'no', extensions: { code: 'RATE_LIMITED', retryAfter: 42 } }] }),
    ],
  ] as const)
    it(`tells for how long ${who} says to wait`, async () => {
      window.fetch = () => Promise.resolve(new Response(body, { status: 429, headers: { 'retry-after': '42' } }));

      const failure = await failureOf();

      expect(failure).to.include({ code: 'RATE_LIMITED' });
      expect(failure.details.retryAfter).to.equal(42);
    });

  it('tells those who run the page why its token is refused', async () => {
    window.fetch = () =>
      Promise.resolve(refusal(401, 'UNAUTHENTICATED', 'The token was not accepted: unexpected "aud".'));

    const failure = await failureOf(newEndpoint(), () => 'a-token');

    expect(failure).to.include({ code: 'UNAUTHENTICATED' });
    expect(said.join('\n')).to.match(/rejected the identity that this page sent: .*unexpected "aud"/);
  });

  /** Fails what is posted, as browsers do; `answer` is what else is asked for gets. */
  function silent(answer: (init: RequestInit) => Response | undefined): void {
    window.fetch = (_input, init = {}) => {
      const found = init.method === 'POST' ? undefined : answer(init);
      return found ? Promise.resolve(found) : Promise.reject(new TypeError('Failed to fetch'));
    };
  }

  it('is a sign-in page elsewhere, to which a proxy sends everybody who is signed out', async () => {
    silent(({ redirect: way }) => (way === 'manual' ? redirect() : undefined));

    const failure = await failureOf();

    expect(failure).to.include({ code: 'UNAUTHENTICATED' });
    expect(failure.details.isSignedOut).to.equal(true);
  });

  it('is a sign-in page elsewhere too where no answer of it may be read', async () => {
    silent(({ mode }) => (mode === 'no-cors' ? new Response() : undefined));

    expect((await failureOf()).details.isSignedOut).to.equal(true);
    expect(said.join('\n')).to.match(/signed out at the proxy in front of it, or a proxy answers OPTIONS/);
  });

  it('is not there, and nobody is told to sign in, where nothing answers at all', async () => {
    silent(() => undefined);

    expect(await failureOf()).to.include({ code: 'OFFLINE', isTransient: true });
    expect(said).to.deep.equal([]);
  });

  it('was away for a moment where it answers by now', async () => {
    silent(() =>
      Response.json({ errors: [{ message: 'Send a query.', extensions: { code: 'BAD_REQUEST' } }] }, { status: 400 }),
    );

    expect(await failureOf()).to.include({ code: 'OFFLINE', isTransient: true });
  });

  it('is forbidden by the policy of the page', async () => {
    silent(() => {
      const event = new SecurityPolicyViolationEvent('securitypolicyviolation', {
        effectiveDirective: 'connect-src',
        blockedURI: 'https://parvis.example',
        documentURI: location.href,
        originalPolicy: '',
        violatedDirective: 'connect-src',
        disposition: 'enforce',
        statusCode: 200,
      });
      setTimeout(() => document.dispatchEvent(event));
      return undefined;
    });

    const endpoint = newEndpoint();
    expect(await failureOf(endpoint)).to.include({ code: 'BLOCKED', isTransient: false });
    expect(said.join('\n')).to.include(`add ${new URL(endpoint).origin} to its connect-src`);
  });

  for (const endpoint of ['http://[', 'https://']) {
    it(`has no address in “${endpoint}”`, async () => {
      expect(await failureOf(endpoint)).to.include({ code: 'BLOCKED' });
      expect(said.join('\n')).to.include(`“${endpoint}” is not a server address`);
    });
  }

  it('is told of in the console once, however many widgets ask', async () => {
    window.fetch = () => Promise.resolve(page());
    const endpoint = newEndpoint();

    await Promise.all([failureOf(endpoint), failureOf(endpoint), failureOf(endpoint)]);

    expect(said.length).to.equal(1);
  });
});
