import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser, saving, settled, signInToDemo, streaming } from '../support/e2e/browser.ts';
import { type ParvisProcess, startParvis } from '../support/e2e/parvis-process.ts';

const article = '/articles/chaleur-du-four/';

let parvis: ParvisProcess;
let browser: Browser;
let paul: BrowserContext;

before(async () => {
  [parvis, browser] = await Promise.all([startParvis({ settings: { PARVIS_RATE_LIMIT: '0' } }), launchBrowser()]);
  paul = await signInToDemo(browser, parvis.address, 'paul.lefevre');
});

after(async () => {
  await browser.close();
  await parvis.stop();
});

async function open(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(path);
  await settled(page);
  return page;
}

const follow = (page: Page) => page.locator('parvis-follow-button [part=follow]').first();

it('one follows an article in one tab, and chooses how much to hear in another: both show it', async () => {
  const first = await paul.newPage();
  const stream = streaming(first);
  await first.goto(article);
  await Promise.all([settled(first), stream]);
  const second = await open(paul, article);

  await saving(first, 'SetFollow', () => follow(first).click());
  for (const tab of [first, second]) await tab.locator('[part=follow][aria-pressed=true]').waitFor();

  await follow(second).press('Enter');
  await second.getByRole('menuitemradio', { name: 'Seulement où je suis mentionné·e' }).click();
  for (const tab of [first, second]) await tab.getByText('Abonné·e : mentions').waitFor();

  const nadia = await open(await signInToDemo(browser, parvis.address, 'nadia.benali'), article);
  assert.equal(await follow(nadia).innerText(), 'Suivre');
  await first.reload();
  await first.getByText('Abonné·e : mentions').waitFor();
});

it('one follows a colleague from the directory, and the group that one is in', async () => {
  const directory = await open(paul, '/annuaire/');
  await directory.locator('parvis-people-finder input').first().fill('nadia benali');
  await directory.locator('button.person').first().click();
  const button = directory.locator('parvis-person-detail').getByRole('button', { name: 'Suivre, Nadia Benali' });
  await saving(directory, 'SetFollow', () => button.click());
  await directory.getByRole('button', { name: 'Abonné·e, Nadia Benali' }).waitFor();

  const group = await open(paul, '/groupes/groupe/');
  await saving(group, 'SetFollow', () => group.locator('parvis-group').locator('[part=follow]').click());
  await group.locator('parvis-group [part=follow][aria-pressed=true]').waitFor();
});
