// The page on one origin, Parvis on another, and a page that not everybody may open.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, saving, settled, stepTimeout, watchTraffic } from '../support/e2e/browser.ts';
import { type HostSite, serveHostHtml } from '../support/e2e/host-page.ts';
import { hostToken, jwtSettings } from '../support/e2e/host-token.ts';
import { type ParvisProcess, startParvis } from '../support/e2e/parvis-process.ts';
import { pagePass, passSecret } from '../support/server/page-passes.ts';
import { until } from '../support/server/until.ts';

const words = 'The zibeline sails at dawn';

describe('a page that not everybody may open', () => {
  let browser: Browser;
  let host: HostSite;
  let parvis: ParvisProcess;
  let html = '';

  before(async () => {
    browser = await launchBrowser();
    host = await serveHostHtml(() => html);
    const settings = {
      PARVIS_ORIGINS: host.address,
      PARVIS_PASS_KEYS: `wiki ${passSecret} /cases/**`,
      PARVIS_PAGE_RULES: '/cases/** -> pass',
    };
    parvis = await startParvis({ settings: { ...jwtSettings, ...settings } });
  });
  after(async () => {
    await browser.close();
    await Promise.all([parvis.stop(), host.stop()]);
  });

  /** A pass of a page of the host, in seconds. */
  const passOf = (handle: string, path: string, lasts = 3_600, may = 'write') =>
    pagePass(Date.now(), handle, { pages: [host.address + path], lasts: lasts * 1_000, may });

  /** Somebody opens a page whose server has signed this pass for them, or answers `getPass` so. */
  async function open(
    handle: string,
    path: string,
    { pass = '', getPass }: { pass?: string; getPass?: () => string | null },
  ): Promise<{ tab: Page; traffic: ReturnType<typeof watchTraffic>; received: () => string }> {
    const tab = await (await browser.newContext({ locale: 'en-GB' })).newPage();
    tab.setDefaultTimeout(stepTimeout);
    const traffic = watchTraffic(tab, new URL(host.address).host, new URL(parvis.address).host);
    const bodies: string[] = [];
    tab.on('response', (response) => {
      if (response.url().endsWith('/graphql'))
        response.text().then(
          (text) => bodies.push(text),
          () => undefined,
        );
    });
    if (getPass) await tab.exposeFunction('askHost', getPass);
    html = `<!doctype html><html lang="en"><title>Case 4711</title><script type="module">
      import { configureParvis } from '${parvis.address}/parvis.js';
      configureParvis({ getToken: async () => '${await hostToken(handle)}'${getPass ? ', getPass: (page) => askHost(page)' : ''} });
      </script><h1>Case 4711</h1><parvis-like-button pass="${pass}"></parvis-like-button>
      <parvis-comment-thread pass="${pass}"></parvis-comment-thread>`;
    await tab.goto(host.address + path);
    await settled(tab);
    return { tab, traffic, received: () => bodies.join('\n') };
  }

  const thread = (tab: Page) => tab.locator('parvis-comment-thread');

  async function comment(tab: Page, text: string): Promise<void> {
    await thread(tab).getByRole('textbox').first().fill(text);
    await saving(tab, 'AddComment', () => tab.keyboard.press('Control+Enter'));
    await thread(tab).getByText(text).waitFor();
  }

  it('keeps its talk to who shows a pass of their own', async () => {
    const path = '/cases/own';
    const pass = passOf('paul.lefevre', path);
    const paul = await open('paul.lefevre', path, { pass });
    await comment(paul.tab, words);
    assert.deepEqual([paul.traffic.foreign, paul.traffic.complaints], [[], []]);

    const without = await open('nadia.benali', path, {});
    // A page from a cache has the pass of somebody else.
    const cached = await open('nadia.benali', path, { pass });
    for (const { tab, received } of [without, cached]) {
      await thread(tab).getByText('You do not have access to this').waitFor();
      assert.equal(await thread(tab).getByRole('textbox').count(), 0);
      assert.equal(await thread(tab).getByText(words).count(), 0);
      assert.ok(!received().includes(words));
    }
    assert.deepEqual(without.traffic.complaints, []);
    assert.equal(cached.traffic.complaints.length, 1);
    assert.match(cached.traffic.complaints[0]!, /^Parvis: The pass is of another person/);
    await Promise.all([paul, without, cached].map(({ tab }) => tab.context().close()));
  });

  it('empties itself when the pass ends', async (t) => {
    const path = '/cases/ends';
    const writer = await open('paul.lefevre', path, { pass: passOf('paul.lefevre', path) });
    await comment(writer.tab, words);
    const pass = passOf('nadia.benali', path, 8);
    const { exp } = JSON.parse(Buffer.from(pass.split('.')[1]!, 'base64url').toString()) as { exp: number };
    const nadia = await open('nadia.benali', path, { pass });
    await thread(nadia.tab).getByText(words).waitFor();
    assert.ok(Date.now() < exp * 1_000);

    await thread(nadia.tab).getByText(words).waitFor({ state: 'detached' });
    t.diagnostic(`emptied ${Date.now() - exp * 1_000} ms after the end`);
    assert.ok(Date.now() >= exp * 1_000);
    await thread(nadia.tab).getByText('You do not have access to this').waitFor();
    await comment(writer.tab, 'And nobody hears');
    assert.ok(!nadia.received().includes('And nobody hears'));
    await Promise.all([writer, nadia].map(({ tab }) => tab.context().close()));
  });

  it('stays open as long as its server renews the pass', async () => {
    const path = '/cases/renewed';
    const writer = await open('paul.lefevre', path, { pass: passOf('paul.lefevre', path) });
    await comment(writer.tab, words);
    let asked = 0;
    let mayRead = true;
    const getPass = () => {
      asked += 1;
      return mayRead ? passOf('nadia.benali', path, 6, 'read') : null;
    };
    const nadia = await open('nadia.benali', path, { getPass });
    await thread(nadia.tab).getByText(words).waitFor();
    assert.equal(await thread(nadia.tab).getByRole('textbox').count(), 0);
    await until(() => asked >= 4);
    await comment(writer.tab, 'After three renewals');
    await thread(nadia.tab).getByText('After three renewals').waitFor();
    await thread(nadia.tab).getByText(words).waitFor();

    mayRead = false;
    await thread(nadia.tab).getByText('You do not have access to this').waitFor();
    assert.equal(await thread(nadia.tab).getByText(words).count(), 0);
    assert.deepEqual(nadia.traffic.complaints, []);
    await Promise.all([writer, nadia].map(({ tab }) => tab.context().close()));
  });
});
