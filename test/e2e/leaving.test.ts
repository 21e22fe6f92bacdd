// Who clicks and leaves has clicked.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { Api } from '../support/e2e/api.ts';
import { launchBrowser, saving, settled, signInToDemo } from '../support/e2e/browser.ts';
import { type ParvisProcess, startParvis } from '../support/e2e/parvis-process.ts';
import { until } from '../support/server/until.ts';
import { TcpProxy } from '../support/services/tcp-proxy.ts';

const article = '/articles/chaleur-du-four/';

describe('a page that is left before the server has what was done on it', () => {
  let parvis: ParvisProcess;
  let browser: Browser;
  let proxy: TcpProxy;
  let page: Page;

  before(async () => {
    proxy = await TcpProxy.start();
    const settings = { PARVIS_ORIGINS: proxy.address, PARVIS_RATE_LIMIT: '0' };
    [parvis, browser] = await Promise.all([startParvis({ settings }), launchBrowser()]);
    proxy.targets = [Number(new URL(parvis.address).port)];
    page = await (await signInToDemo(browser, proxy.address, 'nadia.benali')).newPage();
  });

  after(async () => {
    await browser.close();
    proxy.close();
    await parvis.stop();
  });

  it('has its like stored', async () => {
    await page.goto(article);
    await settled(page);
    const like = page.locator('parvis-like-button button.like').first();
    // What a click needs has come with the first of them.
    await saving(page, 'SetReaction', () => like.click());
    const isLiked = await like.getAttribute('aria-pressed');
    const api = new Api(parvis.address, 'nadia.benali');
    const key = proxy.address + article.replace(/\/$/, '');
    const stored = async () => {
      const { pages } = await api.query('query ($keys: [String!]!) { pages(keys: $keys) { viewerReaction } }', {
        keys: [key],
      });
      return pages[0].viewerReaction !== null;
    };
    assert.equal(await stored(), isLiked === 'true');

    // As many requests as a browser makes of one server at a time: the like has to wait for its turn.
    proxy.stall('answers');
    await page.evaluate(() => {
      for (let i = 0; i < 6; i++) void fetch(`/healthz?${i}`).catch(() => {});
    });
    const sent = page.waitForRequest((request) => !!request.postData()?.includes('"SetReaction"'));
    await like.click();
    await sent;
    await page.close();
    proxy.resume();

    await until(async () => (await stored()) === (isLiked !== 'true'));
  });
});
