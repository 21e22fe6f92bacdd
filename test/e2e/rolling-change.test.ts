import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser, saving, settled, signInToDemo, streaming } from '../support/e2e/browser.ts';
import { type ParvisProcess, startParvis } from '../support/e2e/parvis-process.ts';

let parvis: ParvisProcess;
let browser: Browser;

before(async () => {
  [parvis, browser] = await Promise.all([startParvis(), launchBrowser()]);
});
after(async () => {
  await browser.close();
  await parvis.stop();
});

it('widgets of this version read, write and follow at a node of the version before, which knows no document by its id', async () => {
  const page = await (await signInToDemo(browser, parvis.address, 'nadia.benali')).newPage();
  const refused: string[] = [];
  await page.route('**/graphql', (route) => {
    const body = route.request().postData() ?? '';
    if (!body.includes('"documentId"')) return route.continue();
    refused.push(body);
    const error = { message: '`query` must be a string.', extensions: { code: 'BAD_REQUEST' } };
    return route.fulfill({ status: 400, json: { errors: [error] } });
  });

  const stream = streaming(page);
  await page.goto('/articles/chaleur-du-four/');
  await Promise.all([settled(page), stream]);
  const thread = page.locator('parvis-comment-thread');
  await thread.getByRole('textbox').first().fill('Pendant le changement de version.');
  await saving(page, 'AddComment', () => page.keyboard.press('Control+Enter'));

  await thread.getByText('Pendant le changement de version.').waitFor();
  for (const asked of ['"Session"', '"topics"', '"AddComment"']) {
    assert.ok(
      refused.some((body) => body.includes(asked)),
      `${asked} was asked for by an id first`,
    );
  }
  assert.deepEqual(await page.locator('parvis-notice').allTextContents(), []);
});
