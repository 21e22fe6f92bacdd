// A server that takes no other operations than those of the widgets: everything on the pages works all the same.
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser, saving, settled, signInToDemo, streaming, watchTraffic } from '../support/e2e/browser.ts';
import { type ParvisProcess, startParvis } from '../support/e2e/parvis-process.ts';

let parvis: ParvisProcess;
let browser: Browser;

before(async () => {
  [parvis, browser] = await Promise.all([startParvis({ settings: { PARVIS_OPERATIONS: 'trusted' } }), launchBrowser()]);
});
after(async () => {
  await browser.close();
  await parvis.stop();
});

it('widgets read, write, follow and search at a server that takes trusted operations alone', async () => {
  const page = await (await signInToDemo(browser, parvis.address, 'nadia.benali')).newPage();
  const { graphql, streams } = watchTraffic(page, new URL(parvis.address).host);

  const stream = streaming(page);
  await page.goto('/articles/chaleur-du-four/');
  await Promise.all([settled(page), stream]);
  const thread = page.locator('parvis-comment-thread');
  await thread.getByRole('textbox').first().fill('Sans autre opération.');
  await saving(page, 'AddComment', () => page.keyboard.press('Control+Enter'));
  await thread.getByText('Sans autre opération.').waitFor();
  for (const path of ['/', '/annuaire/', '/equipes/equipe-qualite-douai/', '/groupes/', '/groupes/groupe/']) {
    const answer = await page.goto(path);
    assert.equal(answer!.status(), 200);
    await settled(page);
  }

  assert.ok(streams.length > 0);
  assert.ok(graphql.length > 1);
  const operations = [...graphql, ...streams].flatMap((body) => JSON.parse(body) as object | object[]);
  assert.deepEqual(
    operations.filter((operation) => 'query' in operation),
    [],
  );
  assert.ok(graphql.every((body) => body.includes('"documentId":')));
  assert.deepEqual(await page.locator('parvis-notice').allTextContents(), []);
});
