import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser, saving, settled, signInToDemo } from '../support/e2e/browser.ts';
import { type ParvisProcess, startParvis } from '../support/e2e/parvis-process.ts';

const article = '/articles/chaleur-du-four/';

describe('two people on the demo intranet', () => {
  let parvis: ParvisProcess;
  let browser: Browser;
  let nadia: Page;
  let paul: Page;

  before(async () => {
    [parvis, browser] = await Promise.all([startParvis(), launchBrowser()]);
    nadia = await (await signInToDemo(browser, parvis.address, 'nadia.benali')).newPage();
    paul = await (await signInToDemo(browser, parvis.address, 'paul.lefevre')).newPage();
  });

  after(async () => {
    await browser.close();
    await parvis.stop();
  });

  const open = async (page: Page, path: string) => {
    await page.goto(path);
    await settled(page);
  };
  const commentBy = (page: Page, text: string): Locator =>
    page.locator('parvis-comment-thread parvis-comment').filter({ hasText: text }).last();

  it('comment, answer and like', async () => {
    await open(nadia, article);
    await nadia
      .locator('parvis-comment-thread')
      .getByRole('textbox')
      .first()
      .fill('La navette de 5 h 40 est-elle maintenue ?');
    await saving(nadia, 'AddComment', () => nadia.keyboard.press('Control+Enter'));
    await commentBy(nadia, 'La navette de 5 h 40').waitFor();

    await open(paul, article);
    const question = commentBy(paul, 'La navette de 5 h 40');
    await question.getByRole('button', { name: 'Répondre' }).first().click();
    await question.getByRole('textbox').fill('Oui, elle part de l’entrée sud.');
    await saving(paul, 'AddComment', () => paul.keyboard.press('Control+Enter'));
    await question.getByText('elle part de l’entrée sud').waitFor();
    await saving(paul, 'SetReaction', () => question.locator('parvis-like-button button.like').first().click());

    await open(nadia, article);
    await commentBy(nadia, 'La navette de 5 h 40').getByText('elle part de l’entrée sud').waitFor();
    const like = commentBy(nadia, 'La navette de 5 h 40').locator('parvis-like-button button.like').first();
    assert.match((await like.getAttribute('aria-label')) ?? '', /1 personne/);
  });

  it('post on the company wall, and see each other’s posts', async () => {
    await open(paul, '/');
    await paul.locator('parvis-activity-wall').getByRole('textbox').first().fill('Le parking nord rouvre vendredi.');
    await saving(paul, 'AddPost', () => paul.keyboard.press('Control+Enter'));
    await paul.locator('parvis-activity-wall').getByText('Le parking nord rouvre vendredi.').waitFor();

    await open(nadia, '/');
    await nadia.locator('parvis-activity-wall').getByText('Le parking nord rouvre vendredi.').waitFor();
  });

  it('find a colleague by a name spelt another way', async () => {
    await open(nadia, '/annuaire/');
    await nadia.locator('parvis-people-finder').locator('input').first().fill('lefebvre stephane');

    await nadia.locator('parvis-people-finder').getByText('Stéphane').first().waitFor();
  });

  it('find all of it again after the server was started anew', async () => {
    await parvis.restart();

    await open(nadia, article);
    await commentBy(nadia, 'La navette de 5 h 40').getByText('elle part de l’entrée sud').waitFor();
    await open(paul, '/');
    await paul.locator('parvis-activity-wall').getByText('Le parking nord rouvre vendredi.').waitFor();
  });
});
