import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { Api } from '../support/e2e/api.ts';
import { launchBrowser, settled, signInToDemo, streaming } from '../support/e2e/browser.ts';
import { type ParvisProcess, startParvis } from '../support/e2e/parvis-process.ts';

const article = '/articles/chaleur-du-four/';

describe('what one does, another sees', () => {
  let parvis: ParvisProcess;
  let browser: Browser;
  let nadia: Page;
  let paul: Page;
  let ines: Api;

  before(async () => {
    [parvis, browser] = await Promise.all([startParvis({ settings: { PARVIS_RATE_LIMIT: '0' } }), launchBrowser()]);
    nadia = await (await signInToDemo(browser, parvis.address, 'nadia.benali')).newPage();
    paul = await (await signInToDemo(browser, parvis.address, 'paul.lefevre')).newPage();
    ines = new Api(parvis.address, 'ines.carpentier');
  });

  after(async () => {
    await browser.close();
    await parvis.stop();
  });

  /** Opens a page in both browsers, and waits until both hear of what happens. */
  const open = (path: string) =>
    Promise.all(
      [nadia, paul].map(async (page) => {
        const stream = streaming(page);
        await page.goto(path);
        await Promise.all([settled(page), stream]);
      }),
    );
  const comment = (page: Page, text: string): Locator =>
    page.locator('parvis-comment-thread parvis-comment').filter({ hasText: text }).last();
  const write = async (page: Page, field: Locator, text: string) => {
    await field.fill(text);
    await page.keyboard.press('Control+Enter');
  };
  const choose = async (page: Page, item: Locator, name: string) => {
    await item.locator('button.more').first().click();
    await page.getByRole('menuitem', { name }).click();
  };

  it('a comment, an answer, a like, an edit and a deletion', async () => {
    await open(article);
    await write(nadia, nadia.locator('parvis-comment-thread').getByRole('textbox').first(), 'La navette part-elle ?');
    const question = comment(paul, 'La navette part-elle ?');
    await question.waitFor();
    assert.equal(await question.locator('.new').first().textContent(), 'Nouveau');

    await question.getByRole('button', { name: 'Répondre' }).first().click();
    await write(paul, question.getByRole('textbox'), 'Oui, à 5 h 40.');
    await comment(nadia, 'Oui, à 5 h 40.').waitFor();

    await comment(paul, 'La navette part-elle ?').locator('parvis-like-button button.like').first().click();
    await comment(nadia, 'La navette part-elle ?')
      .locator('parvis-like-button')
      .first()
      .getByRole('button', { name: '1 personne' })
      .first()
      .waitFor();

    await choose(paul, comment(paul, 'Oui, à 5 h 40.'), 'Modifier');
    await write(paul, comment(paul, 'La navette part-elle ?').getByRole('textbox'), 'Oui, à 5 h 50.');
    await comment(nadia, 'Oui, à 5 h 50.').getByText('modifié').waitFor();

    await choose(paul, comment(paul, 'Oui, à 5 h 50.'), 'Supprimer');
    await comment(nadia, 'Oui, à 5 h 50.').waitFor({ state: 'detached' });
  });

  it('a post when the reader asks for it, a pin, a comment on it, and that its discussion is closed', async () => {
    await open('/');
    const wall = nadia.locator('parvis-activity-wall');
    await write(paul, paul.locator('parvis-activity-wall').getByRole('textbox').first(), 'Le parking rouvre vendredi.');
    const offer = wall.getByRole('button', { name: '1 nouveau message' });
    await offer.waitFor();
    assert.equal(await wall.getByText('Le parking rouvre vendredi.').count(), 0);
    await offer.click();
    const post = wall.locator('parvis-post').filter({ hasText: 'Le parking rouvre vendredi.' });
    await post.waitFor();

    const { wall: answer } = await ines.query(
      '{ wall(key: "company") { posts(first: 10) { nodes { id pinnedAt } } } }',
    );
    const { id } = answer.posts.nodes.find(({ pinnedAt }: { pinnedAt: string | null }) => !pinnedAt);
    await ines.mutate('setPinned', { postId: id, pinned: true });
    await post.getByText('Épinglé').waitFor();

    await ines.comment(id, 'Enfin !');
    await post.getByRole('button', { name: '1 commentaire' }).waitFor();

    await ines.mutate('setLocked', { subjectId: id, locked: true });
    await post.getByText('discussion close').waitFor();

    await ines.mutate('deletePost', { postId: id });
    await post.waitFor({ state: 'detached' });
  });

  it('what the same person does in another tab, with what they may do with it', async () => {
    const other = await nadia.context().newPage();
    await open(article);
    // It has its events from the first tab, from the place on that its own answer shows: there is nothing to wait for.
    await other.goto(article);
    await settled(other);
    await write(nadia, nadia.locator('parvis-comment-thread').getByRole('textbox').first(), 'Écrit dans un onglet.');

    const mine = comment(other, 'Écrit dans un onglet.');
    await mine.waitFor();
    await mine.locator('button.more').first().click();
    await other.getByRole('menuitem', { name: 'Modifier' }).waitFor();
    assert.equal(await mine.locator('.new').count(), 0);
    await other.keyboard.press('Escape');

    await comment(nadia, 'Écrit dans un onglet.').locator('button.like').first().click();
    await mine.locator('button.like[aria-pressed=true]').first().waitFor();
    assert.equal(await comment(nadia, 'Écrit dans un onglet.').count(), 1);
    await other.close();
  });
});
