// What somebody does first on a page that has lost its network: nothing had been touched before.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { Api } from '../support/e2e/api.ts';
import { launchBrowser, settled, signInToDemo } from '../support/e2e/browser.ts';
import { loseChunks, untilAsked } from '../support/e2e/chunks.ts';
import { type ParvisProcess, startParvis } from '../support/e2e/parvis-process.ts';

const path = '/articles/chaleur-du-four/';
/** What writes, and what comes last of it. */
const writing = [
  'like-button/dist/like-actions.js',
  'like-button/dist/reaction-picker/reaction-picker-element.js',
  'comment-thread/dist/sending-comment.js',
  'core/dist/unsent/outbox.js',
];

const PAGE = `query ($key: String!) {
  pages(keys: [$key]) { id viewerReaction comments(last: 50) { nodes { body { source } } } }
}`;
const REACT = `mutation ($input: SetReactionInput!) { setReaction(input: $input) { userErrors { code } } }`;

describe('the first that one does without the network', () => {
  let parvis: ParvisProcess;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let text: string;
  let key: string;
  let count = 0;

  before(async () => {
    [parvis, browser] = await Promise.all([startParvis({ settings: { PARVIS_RATE_LIMIT: '0' } }), launchBrowser()]);
    key = parvis.address + path.replace(/\/$/, '');
  });
  beforeEach(async () => {
    const paul = new Api(parvis.address, 'paul.lefevre');
    const { pages } = await paul.query(PAGE, { key });
    await paul.query(REACT, { input: { subjectId: pages[0].id, content: null, idempotencyKey: randomUUID() } });
    context = await signInToDemo(browser, parvis.address, 'paul.lefevre');
    page = await context.newPage();
    text = `Le premier geste, ${++count}.`;
  });
  afterEach(() => context.close());
  after(async () => {
    await browser.close();
    await parvis.stop();
  });

  /** What the server has of the page. */
  const stored = async () => {
    const { pages } = await new Api(parvis.address, 'paul.lefevre').query(PAGE, { key });
    const nodes = pages[0].comments.nodes as { body: { source: string } | null }[];
    return {
      reaction: pages[0].viewerReaction as string | null,
      times: nodes.filter(({ body }) => body?.source === text).length,
    };
  };
  const like = (of = page) => of.locator('parvis-like-button:not([variant]) [part=like]').first();
  const field = () => page.locator('parvis-comment-thread textarea').first();
  const pressed = (of = page) =>
    of.locator('parvis-like-button:not([variant]) [part=like][aria-pressed=true]').first().waitFor();
  const untilKept = (count: number) =>
    page.waitForFunction(
      (count) => Object.keys(localStorage).filter((name) => name.startsWith('parvis:unsent:')).length === count,
      count,
    );
  /** Opens the page, and touches nothing; resolves once the code that writes is there. */
  const openIdle = async () => {
    const arrived = await Promise.all(writing.map((module) => untilAsked(page, 'requestfinished', module)));
    await page.goto(path);
    await Promise.all([settled(page), ...arrived.map(({ asked }) => asked)]);
    // The module itself, and not only its file.
    await page.waitForFunction(
      () => !!customElements.get('parvis-reaction-picker') && !!customElements.get('parvis-unsent'),
    );
  };
  const comment = async () => {
    await field().fill(text);
    await page.keyboard.press('Control+Enter');
  };

  it('is kept and sent when the network is back: a like and a comment', async () => {
    await openIdle();
    await context.setOffline(true);

    await like().click();
    await pressed();
    await comment();
    await untilKept(2);
    assert.deepEqual(await stored(), { reaction: null, times: 0 });
    await context.setOffline(false);
    await untilKept(0);

    assert.deepEqual(await stored(), { reaction: 'LIKE', times: 1 });
    await pressed();
  });

  it('is done when the network is back, where the code for it had not come: a like and a comment', async () => {
    const { find } = await loseChunks(page, ...writing);
    await page.goto(path);
    await settled(page);
    await context.setOffline(true);

    await like().click();
    await comment();
    await find();
    assert.equal(await field().inputValue(), text);
    await context.setOffline(false);
    await page.locator('parvis-comment').filter({ hasText: text }).first().waitFor();
    await pressed();
    await untilKept(0);

    const sent = await stored();
    assert.deepEqual(sent, { reaction: 'LIKE', times: 1 });
  });

  it('is sent by a page that is opened later: a like', async () => {
    await openIdle();
    await context.setOffline(true);
    await like().click();
    await untilKept(1);
    await page.close();

    await context.setOffline(false);
    page = await context.newPage();
    await page.goto(path);
    await pressed();
    await untilKept(0);

    assert.equal((await stored()).reaction, 'LIKE');
  });

  it('is what was chosen last: a reaction by keyboard, then none, then a like', async () => {
    await openIdle();
    await context.setOffline(true);
    await like().focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('menuitemradio').first().waitFor();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await pressed();
    await untilKept(1);
    await like().click();
    await page.locator('parvis-like-button:not([variant]) [part=like][aria-pressed=false]').first().waitFor();
    await like().click();
    await pressed();
    await untilKept(1);

    await context.setOffline(false);
    await untilKept(0);

    assert.equal((await stored()).reaction, 'LIKE');
  });
});
