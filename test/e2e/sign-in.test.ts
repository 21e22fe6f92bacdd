// The page on one origin, Parvis on another: how most intranets are.
import assert from 'node:assert/strict';
import { createServer, request, type Server } from 'node:http';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser, saving, settled, watchTraffic } from '../support/e2e/browser.ts';
import { serveHostHtml, type HostSite } from '../support/e2e/host-page.ts';
import { hostToken, jwtSettings } from '../support/e2e/host-token.ts';
import { type ParvisProcess, startParvis } from '../support/e2e/parvis-process.ts';
import { freePort } from '../support/services/free-port.ts';

const page = (script: string) => `<!doctype html><html lang="en"><title>Canteen menu</title>${script}
  <h1>Canteen menu</h1><parvis-like-button></parvis-like-button><parvis-comment-thread></parvis-comment-thread>`;

describe('widgets on a page of another origin', () => {
  let browser: Browser;

  before(async () => {
    browser = await launchBrowser();
  });

  after(() => browser.close());

  async function commentOn(address: string, parvisAddress: string, words: string): Promise<void> {
    const context = await browser.newContext({ locale: 'en-GB' });
    const tab = await context.newPage();
    const traffic = watchTraffic(tab, new URL(address).host, new URL(parvisAddress).host);
    await tab.goto(address);
    await settled(tab);
    await tab.locator('parvis-comment-thread').getByRole('textbox').first().fill(words);
    await saving(tab, 'AddComment', () => tab.keyboard.press('Control+Enter'));
    await tab.locator('parvis-comment-thread').getByText(words).waitFor();
    const like = tab.locator('parvis-like-button button.like').first();
    await saving(tab, 'SetReaction', () => like.click());
    await tab.reload();
    await settled(tab);

    await tab.locator('parvis-comment-thread').getByText(words).waitFor();
    await tab.locator('parvis-comment-thread').getByText('Paul Lefèvre').first().waitFor();
    assert.equal(await like.getAttribute('aria-pressed'), 'true');
    assert.deepEqual([traffic.foreign, traffic.complaints], [[], []]);
    await context.close();
  }

  it('take part by a token that the host page gives', async (t) => {
    let script = '';
    const host: HostSite = await serveHostHtml(() => page(script));
    const parvis = await startParvis({ settings: { ...jwtSettings, PARVIS_ORIGINS: host.address } });
    t.after(() => Promise.all([parvis.stop(), host.stop()]));
    const token = await hostToken('paul.lefevre');
    script = `<script type="module">
      import { configureParvis } from '${parvis.address}/parvis.js';
      configureParvis({ getToken: async () => '${token}' });
    </script>`;

    await commentOn(host.address, parvis.address, 'Is there soup on Friday?');
  });

  it('take part behind a proxy that says who has signed in', async (t) => {
    let script = '';
    const host: HostSite = await serveHostHtml(() => page(script));
    const parvis = await startParvis({
      settings: {
        PARVIS_AUTH: 'proxy',
        PARVIS_DEMO: 'false',
        PARVIS_TRUSTED_PROXIES: '127.0.0.1',
        PARVIS_ORIGINS: host.address,
      },
    });
    const proxy = await startSignInProxy(parvis, 'paul.lefevre');
    t.after(() => Promise.all([proxy.stop(), parvis.stop(), host.stop()]));
    script = `<script type="module" src="${proxy.address}/parvis.js"></script>`;

    await commentOn(host.address, proxy.address, 'And on Monday?');
  });
});

/** A small reverse proxy that has signed everybody in as one person, and lets nobody say otherwise. */
async function startSignInProxy(parvis: ParvisProcess, handle: string): Promise<HostSite> {
  const target = new URL(parvis.address);
  const port = await freePort();
  const server: Server = createServer((incoming, outgoing) => {
    const headers = { ...incoming.headers, 'x-remote-user': handle };
    const { method, url: path } = incoming;
    const onward = request({ host: target.hostname, port: target.port, method, path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
