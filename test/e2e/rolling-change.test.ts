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

const withoutIds = {
  status: 400,
  json: { errors: [{ message: '`query` must be a string.', extensions: { code: 'BAD_REQUEST' } }] },
};
const unknown = { errors: [{ message: 'No such document.', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] };

for (const [node, refuse] of [
  ['the version before, which knows no ids', () => withoutIds],
  [
    'another version, which knows others',
    (count: number) => (count ? { json: Array(count).fill(unknown) } : withoutIds),
  ],
] as const) {
  it(`widgets of this version read, write and follow at a node of ${node}`, async () => {
    const page = await (await signInToDemo(browser, parvis.address, 'nadia.benali')).newPage();
    const refused: string[] = [];
    await page.route('**/graphql', (route) => {
      const body = route.request().postData() ?? '';
      if (!body.includes('"documentId"')) return route.continue();
      refused.push(body);
      const operations = JSON.parse(body) as unknown;
      return route.fulfill(refuse(Array.isArray(operations) ? operations.length : 0));
    });

    const stream = streaming(page);
    await page.goto('/articles/chaleur-du-four/');
    await Promise.all([settled(page), stream]);
    const thread = page.locator('parvis-comment-thread');
    await thread.getByRole('textbox').first().fill(`Pendant ${node}.`);
    await saving(page, 'AddComment', () => page.keyboard.press('Control+Enter'));

    await thread.getByText(`Pendant ${node}.`).waitFor();
    for (const asked of ['"Session"', '"topics"', '"AddComment"']) {
      assert.ok(
        refused.some((body) => body.includes(asked)),
        `${asked} was asked for by an id first`,
      );
    }
    assert.deepEqual(await page.locator('parvis-notice').allTextContents(), []);
  });
}

it('widgets of this version ask again where a node of the version before does not know a field of theirs', async () => {
  const page = await (await signInToDemo(browser, parvis.address, 'nadia.benali')).newPage();
  let refused = 0;
  await page.route('**/graphql', (route) => {
    const operations = JSON.parse(route.request().postData() ?? '') as unknown;
    const asksForThread = Array.isArray(operations) && JSON.stringify(operations).includes('"Thread"');
    if (!asksForThread || refused === 2) return route.continue();
    refused += 1;
    const unknownField = { errors: [{ message: 'Cannot query field "subjects" on type "Query".' }] };
    return route.fulfill({ json: Array(operations.length).fill(refused === 1 ? unknown : unknownField) });
  });

  await page.goto('/articles/chaleur-du-four/');
  await settled(page);

  assert.equal(refused, 2);
  assert.ok((await page.locator('parvis-comment').count()) > 0);
  assert.deepEqual(await page.locator('parvis-notice').allTextContents(), []);
});
