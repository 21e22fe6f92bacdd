// Code and words that come late: over a network that loses some of it, and where there is none when they are needed.
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser, saving, settled, signInToDemo } from '../support/e2e/browser.ts';
import { loseChunks, untilAsked } from '../support/e2e/chunks.ts';
import { type ParvisProcess, startParvis } from '../support/e2e/parvis-process.ts';

const article = '/articles/chaleur-du-four/';

describe('code that comes late', () => {
  let parvis: ParvisProcess;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  before(async () => {
    [parvis, browser] = await Promise.all([startParvis({ settings: { PARVIS_RATE_LIMIT: '0' } }), launchBrowser()]);
  });
  beforeEach(async () => {
    context = await signInToDemo(browser, parvis.address, 'nadia.benali');
    page = await context.newPage();
  });
  afterEach(() => context.close());
  after(async () => {
    await browser.close();
    await parvis.stop();
  });

  const like = () => page.locator('parvis-like-button:not([variant]) [part=like]').first();
  /** Loses a file until it is found again; resolves once it was lost. */
  const lose = async (module: string) => {
    const { find } = await loseChunks(page, module);
    const { asked } = await untilAsked(page, 'requestfailed', module);
    return { isLost: asked, find };
  };

  for (const [what, module] of [
    ['itself', 'like-button/dist/like-actions.js'],
    ['or a file that it needs', 'core/dist/client/mutate.js'],
  ] as const) {
    it(`is asked for again where it could not be had once, ${what}`, async () => {
      const { isLost, find } = await lose(module);
      await page.goto(article);
      await settled(page);
      await isLost;

      await find();

      await saving(page, 'SetReaction', () => like().click());
    });
  }

  it('leaves the words in English where those of the page cannot be had, until they can', async () => {
    const { isLost, find } = await lose('like-button/dist/strings/fr.js');
    await page.goto(article);
    await isLost;
    await like().getByText('Like', { exact: true }).waitFor();

    await find();

    await like().getByText('J’aime', { exact: true }).waitFor();
  });
});
