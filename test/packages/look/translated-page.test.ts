import '@parvis/loader/start.js';
import { expect } from '@open-wc/testing';
import type { ParvisClient } from '@parvis/core';
import { startServer, uniqueKey, type TestServer } from '../../support/browser/server.ts';
import { ActivityWallPage } from '../../support/pages/activity-wall-page.ts';
import { CommentThreadPage } from '../../support/pages/comment-thread-page.ts';
import { press } from '../../support/pages/keyboard.ts';
import { LikeButtonPage } from '../../support/pages/like-button-page.ts';
import { PeopleFinderPage } from '../../support/pages/people-finder-page.ts';
import { findAll, readText } from '../../support/pages/shadow-dom.ts';
import { forgetTranslation, translated, translatePage } from '../../support/pages/translation.ts';
import { like, pageId, update, writeComments } from '../comment-thread/thread-writing.ts';
import { react } from '../like-button/reaction-writing.ts';
import { writePosts } from '../activity-wall/wall-writing.ts';

/** Takes the language from the page itself, where a translation says what it is. */
function asThePage<T extends HTMLElement>(element: T): T {
  for (let node: Element | null = element; node && node !== document.documentElement; node = node.parentElement) {
    node.removeAttribute('lang');
  }
  return element;
}

describe('a page that the browser has translated', () => {
  let server: TestServer;
  let nadia: ParvisClient;
  let chloe: ParvisClient;
  let subject: string;

  before(async () => (server = await startServer()));
  beforeEach(() => {
    document.documentElement.lang = 'fr';
    server.signIn('paul.lefevre');
    nadia = server.client('nadia.benali');
    chloe = server.client('chloe.lefebvre');
    subject = uniqueKey();
  });
  afterEach(() => forgetTranslation());

  it('goes on counting comments and likes, and shows what its authors change', async () => {
    const page = await pageId(server.client(), subject);
    const [first] = await writeComments(nadia, page, 'Une question');
    const thread = await CommentThreadPage.ready({ subject, lang: 'fr' });
    await thread.untilComment('Une question');
    translatePage(asThePage(thread.element));
    expect(thread.title).to.equal(`${translated('Commentaires')} 1`);

    await writeComments(chloe, page, 'Une remarque');
    await like(chloe, first!);
    await thread.until(() => thread.title === `${translated('Commentaires')} 2`, 'the title counts two');
    const comment = thread.comments[0]!;
    await thread.until(() => readText(comment.find('parvis-like-button')!).includes('1'), 'the like is counted');
    await update(nadia, first!, 'Une **autre** question');

    await thread.until(() => comment.body === 'Une autre question', 'what was changed is shown');
    expect(readText(comment.find('.by')!)).to.contain('Nadia Benali');
  });

  it('keeps its times true', async () => {
    await writeComments(nadia, await pageId(server.client(), subject), 'Une question');
    const thread = await CommentThreadPage.ready({ subject, lang: 'fr' });
    const comment = await thread.untilComment('Une question');
    const time = findAll<HTMLElement & { datetime: string }>(comment.element, 'parvis-relative-time')[0]!;
    translatePage(asThePage(thread.element));

    time.datetime = new Date(Date.now() - 5 * 60_000).toISOString();

    await thread.until(() => /5.min/.test(readText(time)), 'it says how long ago that was');
  });

  it('changes the words of its buttons with what they do', async () => {
    const like = await LikeButtonPage.ready({ subject, lang: 'fr' });
    translatePage(asThePage(like.element));
    await react(chloe, subject, 'LOVE');
    await like.until(() => like.count, 'there is a count');
    translatePage(like.element);
    await react(nadia, subject, 'LIKE');
    await like.until(() => readText(like.element).includes('2'), 'two are counted');

    like.like!.focus();
    await press('ArrowDown');
    await like.until(() => findAll(like.element, '.LOVE').length, 'there are other reactions');
    findAll(like.element, '.LOVE')[0]!.click();

    await like.until(() => readText(like.like!).includes('J’adore'), 'the button says what was chosen');
    await like.until(() => readText(like.element).includes('3'), 'three are counted');
  });

  it('goes on counting on a wall, and folds and unfolds', async () => {
    const wall = `page:${subject}`;
    const long = Array.from({ length: 30 }, (_, i) => `Un paragraphe, le numéro ${i}.`).join('\n\n');
    const [post] = await writePosts(nadia, wall, long);
    const page = await (await ActivityWallPage.open({ wall, lang: 'fr' })).loaded();
    await page.until(() => page.posts.length, 'there is a post');
    const element = page.posts[0]!.element;
    const [fold, discuss] = [() => findAll(element, '.link')[0]!, () => findAll(element, '.discuss')[0]!];
    translatePage(asThePage(page.element));
    expect(readText(fold())).to.equal(translated('Lire la suite'));

    fold().click();
    await page.until(() => readText(fold()) === 'Réduire', 'the button offers to fold');
    await writeComments(chloe, post!, 'Une remarque', 'Une autre');
    await page.until(() => readText(discuss()) === '2 commentaires', 'two comments are counted');
    await writePosts(chloe, wall, 'Un autre message');
    await page.until(() => page.text.includes('1 nouveau message'), 'a new one is offered');
    translatePage(page.element);
    await writePosts(chloe, wall, 'Un troisième message');

    await page.until(() => page.text.includes('2 nouveaux messages'), 'two new ones are offered');
  });

  it('shows each person once, by their name, and how many there are', async () => {
    const finder = await PeopleFinderPage.ready({ query: 'na', lang: 'fr' });
    await finder.until(() => finder.names.length > 1, 'people are found');
    translatePage(asThePage(finder.element));

    await finder.type('dia ben');
    await finder.untilFound('Nadia Benali');
    await finder.until(() => finder.count.startsWith('1 '), 'one is counted');
    expect(finder.names).to.eql(['Nadia Benali']);
    const row = findAll(finder.element, '.text')[0]!;
    expect(readText(row).match(/Logist/g)!.length).to.be.lessThan(3);
  });

  it('has the texts of the language that it was translated from, for the browser to translate', async () => {
    document.documentElement.lang = 'en-x-mtfrom-fr';
    const like = await LikeButtonPage.ready({ subject, lang: 'fr' });
    asThePage(like.element);
    like.element.requestUpdate();
    await like.element.updateComplete;

    expect(readText(like.like!)).to.equal('J’aime');
  });
});
