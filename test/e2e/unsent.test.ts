// What somebody writes without the network: kept through reloads, sent once from whatever tab is open, seen by nobody else.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { Api } from '../support/e2e/api.ts';
import { launchBrowser, settled, signInToDemo } from '../support/e2e/browser.ts';
import { type ParvisProcess, startParvis } from '../support/e2e/parvis-process.ts';

const article = '/articles/chaleur-du-four/';

describe('what is written without the network', () => {
  let parvis: ParvisProcess;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let text: string;
  let count = 0;

  before(async () => {
    [parvis, browser] = await Promise.all([startParvis({ settings: { PARVIS_RATE_LIMIT: '0' } }), launchBrowser()]);
  });
  beforeEach(async () => {
    context = await signInToDemo(browser, parvis.address, 'nadia.benali');
    page = await context.newPage();
    text = `Écrit au sous-sol, ${++count}.`;
  });
  afterEach(() => context.close());
  after(async () => {
    await browser.close();
    await parvis.stop();
  });

  const unsent = (of: Page) => of.locator('parvis-unsent li').filter({ hasText: text });
  const open = async (of: Page, path = article) => {
    await of.goto(path);
    await settled(of);
  };
  const write = async (of: Page) => {
    await of.locator('parvis-comment-thread textarea').first().fill(text);
    await of.keyboard.press('Control+Enter');
  };
  /** The page and its code are there, the server behind them is not. */
  const cutServer = () => context.route('**/graphql', (route) => route.abort('connectionrefused'));
  const networkComesBack = async () => {
    await context.unroute('**/graphql');
    await context.setOffline(true);
    await context.setOffline(false);
  };
  const kept = (of: Page) =>
    of.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('parvis:unsent:')).length);
  const untilAllSent = (of: Page) =>
    of.waitForFunction(() => !Object.keys(localStorage).some((key) => key.startsWith('parvis:unsent:')));
  const timesStored = async () => {
    const api = new Api(parvis.address, 'ines.carpentier');
    const { pages } = await api.query(
      'query ($key: String!) { pages(keys: [$key]) { comments(last: 50) { nodes { body { source } } } } }',
      { key: parvis.address + article.replace(/\/$/, '') },
    );
    const nodes = pages[0].comments.nodes as { body: { source: string } | null }[];
    return nodes.filter(({ body }) => body?.source === text).length;
  };

  it('is shown, there again after reloads, and sent once when the network is back', async () => {
    await open(page);
    await page.locator('parvis-comment-thread textarea').first().focus();
    await page.locator('parvis-formatting-bar button').first().waitFor();
    await context.setOffline(true);
    await write(page);
    await unsent(page).getByText('Pas encore envoyé. L’envoi se fera au retour du réseau.').waitFor();
    await cutServer();
    await context.setOffline(false);
    for (let i = 0; i < 2; i++) {
      await page.reload();
      await unsent(page).waitFor();
    }

    await networkComesBack();
    await untilAllSent(page);

    await page.locator('parvis-comment').filter({ hasText: text }).first().waitFor();
    assert.equal(await unsent(page).count(), 0);
    assert.equal(await timesStored(), 1);
  });

  it('is sent once, when the page is left before the answer to it has come', async () => {
    await open(page);
    let isCommitted!: () => void;
    const committed = new Promise<void>((resolve) => (isCommitted = resolve));
    await context.route('**/graphql', async (route: Route) => {
      if (!route.request().postData()?.includes('"AddComment"')) return route.continue();
      await route.fetch();
      isCommitted();
    });
    await write(page);
    await committed;
    assert.equal(await kept(page), 1);

    await page.goto('about:blank');
    await context.unroute('**/graphql');
    await open(page);
    await untilAllSent(page);

    assert.equal(await timesStored(), 1);
    assert.equal(await page.locator('parvis-comment-thread textarea').first().inputValue(), '');
  });

  it('is sent by a tab that shows nothing of it', async () => {
    await open(page);
    await cutServer();
    await write(page);
    await unsent(page).waitFor();
    await page.close();

    const other = await context.newPage();
    await context.unroute('**/graphql');
    await open(other, '/');
    await untilAllSent(other);

    assert.equal(await timesStored(), 1);
  });

  it('is sent once by two tabs that both show it', async () => {
    const other = await context.newPage();
    await open(page);
    await open(other);
    await cutServer();
    await write(page);
    await unsent(page).waitFor();
    await unsent(other).waitFor();
    await context.unroute('**/graphql');
    let sends = 0;
    context.on('request', (request) => {
      if (request.postData()?.includes('"AddComment"')) sends++;
    });
    await networkComesBack();
    await untilAllSent(page);
    await unsent(other).waitFor({ state: 'detached' });

    assert.equal(sends, 1);
    assert.equal(await timesStored(), 1);
  });

  it('is neither shown to nor sent by whoever uses the browser next', async () => {
    await open(page);
    await cutServer();
    await write(page);
    await unsent(page).waitFor();
    await page.close();
    await context.unroute('**/graphql');

    await context.request.post('/demo/sign-in', {
      form: { persona: 'paul.lefevre', return: '/' },
      headers: { origin: parvis.address },
      maxRedirects: 0,
    });
    const paul = await context.newPage();
    const asked = paul.waitForResponse((response) => !!response.request().postData()?.includes('"Session"'));
    await open(paul);
    await asked;
    await paul.locator('parvis-composer textarea').first().waitFor();
    assert.equal(await paul.getByText(text).count(), 0);
    assert.equal(await timesStored(), 0);
    await paul.close();

    await context.request.post('/demo/sign-in', {
      form: { persona: 'nadia.benali', return: '/' },
      headers: { origin: parvis.address },
      maxRedirects: 0,
    });
    const nadia = await context.newPage();
    await open(nadia);
    await untilAllSent(nadia);
    assert.equal(await timesStored(), 1);
  });
});
