import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, settled, signInToDemo, streaming } from '../support/e2e/browser.ts';
import { type ParvisProcess, startParvis } from '../support/e2e/parvis-process.ts';

let parvis: ParvisProcess;
let browser: Browser;
let nadia: Page;
let paul: Page;

before(async () => {
  [parvis, browser] = await Promise.all([startParvis({ settings: { PARVIS_RATE_LIMIT: '0' } }), launchBrowser()]);
  nadia = await (await signInToDemo(browser, parvis.address, 'nadia.benali')).newPage();
  paul = await (await signInToDemo(browser, parvis.address, 'paul.lefevre')).newPage();
});

after(async () => {
  await browser.close();
  await parvis.stop();
});

it('one asks, another votes, and each sees at once how it stands', async () => {
  await Promise.all(
    [nadia, paul].map(async (page) => {
      const stream = streaming(page);
      await page.goto('/');
      await Promise.all([settled(page), stream]);
    }),
  );
  const poll = (page: Page) => page.locator('parvis-post').filter({ hasText: 'Quelle heure ?' }).locator('parvis-poll');

  const form = nadia.locator('parvis-post-form').first();
  await form.locator('textarea').fill('Quelle heure ?');
  await form.getByRole('button', { name: 'Ajouter un sondage' }).click();
  await form.getByRole('textbox', { name: 'Réponse 1' }).fill('9 h 30');
  await form.getByRole('textbox', { name: 'Réponse 2' }).fill('11 h');
  await form.locator('[part=submit]').click();
  await poll(nadia).getByRole('radio', { name: '11 h' }).click();
  await poll(nadia).getByText('1 personne a voté').waitFor();

  await paul.locator('parvis-new-posts button').click();
  await poll(paul).getByRole('radio', { name: '9 h 30' }).click();

  for (const page of [nadia, paul]) await poll(page).getByText('2 personnes ont voté').waitFor();
  assert.match(await poll(nadia).locator('li.mine').innerText(), /11 h[^]*50\s%[^]*1 vote/);
  await poll(nadia).getByRole('button', { name: 'Clore le sondage' }).click();
  await poll(nadia).getByRole('group').getByRole('button', { name: 'Clore le sondage' }).click();
  await poll(paul).getByText('terminé').waitFor();
  assert.equal(await poll(paul).getByRole('button', { name: 'Modifier mon vote' }).count(), 0);
});
