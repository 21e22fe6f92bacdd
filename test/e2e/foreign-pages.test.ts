// What pages of other origins can make the browser of somebody who is signed in do: by a cookie, which goes along from pages of
// the same site, and behind a proxy that signs in whoever comes.
import assert from 'node:assert/strict';
import { createServer, request as ask, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { type Browser, chromium, type Page } from 'playwright-core';
import { toGlobalId } from '../../server/src/platform/ids.ts';
import { findChromium } from '../support/browser/find-chromium.ts';
import { attempt, writes } from '../support/e2e/attempts.ts';
import { type ParvisProcess, startParvis } from '../support/e2e/parvis-process.ts';
import { GraphQLCaller, overHttp } from '../support/graphql-caller.ts';

const handle = 'nadia.benali';
const mutation =
  'mutation ($input: SetReactionInput!) { setReaction(input: $input) { subject { id } userErrors { code } } }';
/** What may write where pages may call: JSON that is said to be JSON, after asking. A browser does not send it otherwise. */
const byJson = ['fetch json', 'beacon json'];

/** Hosts of the page by what it is, and whether it may call. */
const pages: [what: string, host: string, sandbox: boolean, may: boolean][] = [
  ['the server’s own', 'parvis.intranet.test', false, true],
  ['listed', 'portal.intranet.test', false, true],
  ['of the same site and not listed', 'blog.intranet.test', false, false],
  ['of another site', 'evil.test', false, false],
  ['of a name that begins with a listed one', 'portal.intranet.test.evil.test', false, false],
  ['in a sandbox of a listed one', 'portal.intranet.test', true, false],
];

for (const [signIn, isProxied] of [
  ['by a cookie', false],
  ['by a proxy', true],
] as const)
  describe(`a page, where people are signed in ${signIn}, which is`, () => {
    let parvis: ParvisProcess;
    let browser: Browser;
    let site: Server;
    let proxy: Server;
    let address: string;

    before(async () => {
      site = createServer((_request, response) => response.end('<!doctype html><title>A page</title><body>'));
      await listening(site);
      proxy = createServer();
      await listening(proxy);
      const listed = `http://portal.intranet.test:${portOf(site)}`;
      parvis = await startParvis({
        settings: {
          PARVIS_ORIGINS: listed,
          ...(isProxied && { PARVIS_AUTH: 'proxy', PARVIS_DEMO: 'false', PARVIS_TRUSTED_PROXIES: '127.0.0.1' }),
        },
      });
      const { port } = new URL(parvis.address);
      // A proxy in front of the server, which signs in whoever comes, or nobody.
      proxy.on('request', (incoming, outgoing) => {
        const headers = { ...incoming.headers, ...(isProxied && { 'x-remote-user': handle }) };
        const { method, url: path } = incoming;
        const passed = ask({ port, method, path, headers }, (answer) => {
          outgoing.writeHead(answer.statusCode!, answer.headers);
          answer.pipe(outgoing);
        });
        passed.on('error', () => outgoing.destroy());
        incoming.pipe(passed);
      });
      address = `http://parvis.intranet.test:${portOf(proxy)}`;
      const { executablePath, args, env } = await findChromium();
      browser = await chromium.launch({
        executablePath,
        args: [...args, '--host-resolver-rules=MAP *.test 127.0.0.1'],
        env: { ...process.env, ...env } as Record<string, string>,
      });
    });
    after(async () => {
      await browser.close();
      for (const server of [site, proxy]) {
        server.closeAllConnections();
        server.close();
      }
      await parvis.stop();
    });

    for (const [what, host, sandbox, may] of pages)
      it(`${what}: ${may ? 'writes by JSON, and reads' : 'does nothing'}`, async () => {
        const context = await browser.newContext();
        if (!isProxied)
          await context.addCookies([
            { name: 'parvis_persona', value: handle, url: address, httpOnly: true, sameSite: 'Lax' },
          ]);
        const page = await context.newPage();
        const isOwn = host.startsWith('parvis.');
        await page.goto(isOwn ? `${address}/healthz` : `http://${host}:${portOf(site)}/`);
        const keys = new Map(writes.map((name) => [name, `attempt-${crypto.randomUUID()}`]));
        const aim = { address: `${address}/graphql`, mutation, variables: variablesFor(keys) };

        const read = await inFrame(page, sandbox).then((frame) => frame.evaluate(attempt, aim));
        const liked = await likedOf(keys);
        await context.close();

        assert.deepEqual(liked.sort(), may ? byJson.sort() : []);
        const known = Object.keys(read).filter((name) => read[name]!.includes(handle));
        assert.deepEqual(known.sort(), may ? ['read by GET', 'read by POST'] : []);
      });

    function variablesFor(keys: ReadonlyMap<string, string>): Record<string, object> {
      return Object.fromEntries(
        [...keys].map(([name, key]) => {
          const input = { idempotencyKey: crypto.randomUUID(), subjectId: toGlobalId('Page', key), content: 'LIKE' };
          return [name, { input }];
        }),
      );
    }

    /** Which attempts have written. */
    async function likedOf(keys: ReadonlyMap<string, string>): Promise<string[]> {
      const credentials: Record<string, string> = isProxied
        ? { 'x-remote-user': handle }
        : { cookie: `parvis_persona=${handle}` };
      const client = new GraphQLCaller(overHttp(parvis.address, credentials));
      const query = 'query ($keys: [String!]!) { pages(keys: $keys) { reactionCount } }';
      const { pages: found } = await client.query(query, { keys: [...keys.values()] });
      return [...keys.keys()].filter((_, index) => found[index].reactionCount > 0);
    }
  });

async function inFrame(page: Page, sandbox: boolean) {
  if (!sandbox) return page.mainFrame();
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts allow-forms');
    frame.srcdoc = '<!doctype html><body>';
    document.body.append(frame);
    return new Promise((resolve) => (frame.onload = resolve));
  });
  return page.frames()[1]!;
}

function listening(server: Server): Promise<void> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
