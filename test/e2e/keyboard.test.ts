// Everything that the widgets do, by keyboard alone. Each key is checked: the focus is never lost, and always to be seen.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { Api } from '../support/e2e/api.ts';
import { launchBrowser, settled, signInToDemo, stepTimeout } from '../support/e2e/browser.ts';
import { Keyboard } from '../support/e2e/keyboard.ts';
import { type ParvisProcess, startParvis } from '../support/e2e/parvis-process.ts';
import { mutation } from '../support/graphql-caller.ts';

const englishArticle = '/articles/manchester-one-year-safe/';

describe('by keyboard alone', () => {
  let parvis: ParvisProcess;
  let browser: Browser;

  before(async () => {
    [parvis, browser] = await Promise.all([startParvis(), launchBrowser()]);
  });

  after(async () => {
    await browser.close();
    await parvis.stop();
  });

  async function open(path: string, who = 'paul.lefevre'): Promise<{ page: Page; keyboard: Keyboard }> {
    const context = await signInToDemo(browser, parvis.address, who);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await context.newPage();
    page.setDefaultTimeout(stepTimeout);
    await page.goto(path);
    await settled(page);
    return { page, keyboard: new Keyboard(page) };
  }

  it('one likes, reacts otherwise, and sees who reacted', async () => {
    const { page, keyboard } = await open('/equipes/equipe-qualite-douai/');
    const before = await keyboard.goTo(/^(J’aime|J’adore|Bravo|Éclairant|Soutien|Drôle)/);

    await keyboard.press('Space');
    await page.locator(`button.like:focus[aria-pressed=${before.pressed === 'false'}]`).waitFor();
    await keyboard.press('ArrowDown');
    await page.locator('[role=menuitemradio]:focus').waitFor();
    await keyboard.goTo('Bravo', 'ArrowRight');
    await keyboard.press('Enter');
    await keyboard.arrivesAt(/^Bravo, /);

    await keyboard.goTo(/Voir qui$/);
    await page.keyboard.press('Enter');
    await page.locator('parvis-reactors li').first().waitFor();
    assert.equal((await keyboard.focused()).role, 'dialog');
    await keyboard.press('Escape');
    await keyboard.arrivesAt(/Voir qui$/);
  });

  it('one comments with format and mention, and sorts', async () => {
    const { page, keyboard } = await open(englishArticle);
    await keyboard.goTo('Write a comment');
    await page.locator('parvis-formatting-bar button').first().waitFor();
    await keyboard.type('Well done ');
    await keyboard.press('Tab', 'ArrowRight', 'Enter');
    await keyboard.arrivesAt('Write a comment');
    await keyboard.type('all');
    await keyboard.press('End');
    await keyboard.type(' @nad');
    await page.locator('parvis-composer [role=option]').first().waitFor();
    const { value } = await keyboard.press('Enter');
    assert.match(value, /^Well done [*_]+all[*_]+ @nadia\.benali ?$/);

    await keyboard.press('Control+Enter');
    await page.locator('parvis-comment').getByText('Well done').waitFor();
    await keyboard.arrivesAt('Write a comment');

    await keyboard.goTo('Sort', 'Shift+Tab');
    await keyboard.press('ArrowDown');
    await page.locator('parvis-comment').first().getByText('Well done').waitFor();
    await keyboard.arrivesAt('Sort');
  });

  it('one answers, edits, deletes, undoes and copies a link', async () => {
    const { page, keyboard } = await open(englishArticle);
    await keyboard.goTo('Sort');
    await keyboard.press('ArrowDown');
    await page.locator('parvis-comment').first().getByText('Well done').waitFor();

    await keyboard.goTo('Reply to Paul Lefèvre');
    await page.keyboard.press('Enter');
    await page.locator('.replies textarea:focus').waitFor();
    await keyboard.type('And thank you.');
    await keyboard.press('Control+Enter');
    await page.locator('parvis-comment').getByText('And thank you.').waitFor();
    // The field has the name of the button that opened it.
    await page.locator('button.reply:focus').waitFor();
    await keyboard.focused();

    await keyboard.goTo('More actions');
    await keyboard.press('Enter');
    await keyboard.arrivesAt('Copy link');
    await keyboard.press('Enter');
    await keyboard.arrivesAt('More actions');
    await page.waitForFunction(async () => /#comment-/.test(await navigator.clipboard.readText()));

    await keyboard.press('Enter');
    await keyboard.arrivesAt('Copy link');
    await keyboard.goTo('Edit', 'ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('.main > parvis-composer textarea:focus').waitFor();
    await keyboard.press('Control+End');
    await keyboard.type(' Really.');
    await keyboard.press('Control+Enter');
    await page.locator('parvis-comment').first().getByText('Really.').waitFor();
    await keyboard.arrivesAt('More actions');

    await keyboard.press('Enter');
    await keyboard.arrivesAt('Copy link');
    await keyboard.goTo('Delete', 'ArrowDown');
    await page.keyboard.press('Enter');
    await keyboard.arrivesAt('Undo');
    await page.keyboard.press('Enter');
    await keyboard.arrivesAt('More actions');
    await page.locator('parvis-comment').first().getByText('Really.').waitFor();
  });

  it('one shows more comments, and goes on with the first of them', async () => {
    const ines = new Api(parvis.address, 'ines.carpentier');
    const subjectId = await ines.pageId(`${parvis.address}/articles/chaleur-du-four`);
    const bodies = Array.from({ length: 25 }, (_, i) => `Commentaire ${i + 1}`);
    await ines.batch(bodies.map((body) => mutation('addComment', { subjectId, body })));
    const { page, keyboard } = await open('/articles/chaleur-du-four/');
    await keyboard.goTo('Afficher plus de commentaires', 'Shift+Tab');
    await page.keyboard.press('Enter');

    await keyboard.arrivesAt(/^Commentaire de /);
  });

  it('one posts and discusses', async () => {
    const { page, keyboard } = await open('/equipes/equipe-qualite-douai/');
    await keyboard.goTo('Écrire un message');
    await keyboard.type('La salle C 112 est libre.');
    await keyboard.press('Control+Enter');
    await page.locator('parvis-post').getByText('La salle C 112').waitFor();
    await keyboard.arrivesAt('Écrire un message');

    await keyboard.goTo('Commenter');
    await keyboard.press('Enter');
    await page.locator('parvis-post parvis-composer textarea').waitFor();
    await keyboard.goTo('Écrire un commentaire');
    await keyboard.type('Merci !');
    await keyboard.press('Control+Enter');
    await page.locator('parvis-comment').getByText('Merci !').waitFor();
    await keyboard.arrivesAt('Écrire un commentaire');
  });

  it('communication staff pin, and go from post to post', async () => {
    const { page, keyboard } = await open('/equipes/equipe-qualite-douai/', 'ines.carpentier');
    await keyboard.goTo('Écrire un message');
    await keyboard.type('À lire avant lundi.');
    await keyboard.press('Control+Enter');
    await page.locator('parvis-post').getByText('À lire avant lundi.').waitFor();

    await keyboard.goTo('Autres actions');
    const first = await keyboard.press('PageDown');
    assert.match(first.name, /^Message de /);
    await keyboard.goTo('Autres actions');
    await keyboard.press('Enter');
    await keyboard.arrivesAt('Copier le lien');
    await keyboard.goTo(/^(Épingler en haut|Ne plus épingler)$/, 'ArrowDown');
    await page.keyboard.press('Enter');
    await keyboard.arrivesAt('Autres actions');
  });

  it('one finds people, narrows the search, looks at a person and their manager, and goes back', async () => {
    const { page, keyboard } = await open('/annuaire/');
    await keyboard.goTo('Trouver un collègue');
    await keyboard.type('lefevre');
    await page.locator('[role=row]').first().waitFor();
    await keyboard.goTo(/, \d+ personne/);
    const chip = await keyboard.press('Space');
    assert.equal(chip.pressed, 'true');
    await keyboard.press('Space');

    await keyboard.goTo('Trouver un collègue', 'Shift+Tab');
    await page.locator('[aria-busy=true]').waitFor({ state: 'detached' });
    await keyboard.press('ArrowDown');
    const { name } = await keyboard.arrivesAt(/Lefèvre/);
    await keyboard.press('ArrowRight');
    await keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await page.locator('parvis-person-detail section[aria-busy=false] nav button').first().waitFor();
    await keyboard.arrivesAt(/Lefèvre/);

    await keyboard.goTo('Retour');
    const manager = await keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await keyboard.arrivesAt(manager.name);
    await keyboard.goTo('Retour');
    await page.keyboard.press('Enter');
    await keyboard.arrivesAt(/Lefèvre|Retour/);
    await keyboard.goTo('Retour', 'Tab');
    await page.keyboard.press('Enter');
    await keyboard.arrivesAt(name);
  });

  it('one reads what is new, chooses how it comes, mutes it, and goes there', async () => {
    const nadia = new Api(parvis.address, 'nadia.benali');
    const subject = await nadia.pageId(`${parvis.address}${englishArticle}`);
    await nadia.comment(subject, 'Ready, @karim.haddad?');
    const { page, keyboard } = await open('/', 'karim.haddad');
    await keyboard.goTo('Notifications, 1 à voir');
    await page.keyboard.press('Enter');
    await keyboard.arrivesAt('Notifications');
    await page.locator('parvis-notification-list li').first().waitFor();

    await keyboard.goTo(/^Régler ce qui/);
    await page.keyboard.press('Enter');
    await keyboard.arrivesAt('Réglages');
    await page.locator('parvis-notification-settings select').first().waitFor();
    await keyboard.goTo('Les réponses à vos commentaires');
    await keyboard.goTo('Retour', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await keyboard.arrivesAt('Notifications');

    await keyboard.goTo(/^Marquer comme lue/);
    await keyboard.goTo(/^Autres actions/);
    await page.keyboard.press('Enter');
    await keyboard.arrivesAt('Mettre cette discussion en sourdine une semaine');
    await keyboard.press('Escape');
    await keyboard.arrivesAt(/^Autres actions/);
    await keyboard.goTo(/^Non lue : Nadia Benali/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.locator('parvis-comment[linked]').getByText('Ready').waitFor();
    await keyboard.arrivesAt(/Nadia Benali/);
  });
});
