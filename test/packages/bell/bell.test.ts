import '@parvis/loader/start.js';
import { expect } from '@open-wc/testing';
import { Network } from '../../support/browser/network.ts';
import { startServer, uniqueKey, type TestServer } from '../../support/browser/server.ts';
import { BellPage } from '../../support/pages/bell-page.ts';
import { press } from '../../support/pages/keyboard.js';
import { comment, readAll } from './telling.ts';

const address = `${location.origin}/news/`;

describe('bell', () => {
  let server: TestServer;
  let network: Network;

  before(async () => (server = await startServer()));
  beforeEach(async () => {
    server.signIn('paul.lefevre');
    network = new Network();
    await readAll(server.client('paul.lefevre'));
  });
  afterEach(() => {
    BellPage.close();
    network.restore();
  });

  const tell = (key: string, words = 'What do you say') =>
    comment(server.client('nadia.benali'), key, `${words}, @paul.lefevre?`);

  it('counts what is new as it comes, and stands at nothing once it was seen', async () => {
    const page = await BellPage.ready();
    expect([page.count, page.label]).to.eql(['', 'Notifications']);

    await tell(uniqueKey());
    await page.untilCounts('1');
    expect(page.label).to.equal('Notifications, 1 new');
    await tell(uniqueKey());
    await page.untilCounts('2');

    await page.openList();
    await page.untilCounts('');
    expect(page.texts.slice(0, 2)).to.eql([
      'Nadia Benali mentioned you in a comment',
      'Nadia Benali mentioned you in a comment',
    ]);
    expect(page.unreadTexts.length).to.equal(2);
    expect(page.days[0]).to.equal('Today');
  });

  it('says no more than nine, and puts the number before the title of the page', async () => {
    document.title = 'News';
    const page = await BellPage.ready({ badge: '' });
    for (let index = 0; index < 10; index++) await tell(uniqueKey());
    await page.untilCounts('9+');

    expect(page.label).to.equal('Notifications, 10 new');
    expect(document.title).to.equal('(9+) News');
    await readAll(server.client('paul.lefevre'));
    await page.untilCounts('');
    expect(document.title).to.equal('News');
  });

  it('leads to what is new, which is read then', async () => {
    const key = `${address}${uniqueKey()}`;
    const id = await tell(key);
    const page = await BellPage.ready();
    await page.untilCounts('1');
    await page.openList();
    const chosen: [string | null, string | null][] = [];
    page.element.addEventListener('parvis-notification-chosen', (event) => {
      chosen.push([event.subjectId, event.url]);
      event.preventDefault();
    });

    expect(page.links[0]).to.equal(`${key}#comment-${id}`);
    page.findAll<HTMLElement>('li .open')[0]!.click();
    await page.until(() => page.unreadTexts.length === 0, 'it is read');
    expect(chosen).to.eql([[id, key]]);
  });

  it('lists what is unread, or where one is mentioned, and marks it either way', async () => {
    await tell(uniqueKey());
    const page = await BellPage.ready();
    await page.untilCounts('1');
    await page.openList();

    page.press('Mark as read');
    await page.until(() => page.unreadTexts.length === 0, 'it is read');
    page.press('Unread');
    await page.until(() => page.empty === 'You have read everything.', 'nothing is unread');
    page.press('All');
    await page.until(() => page.texts.length > 0, 'all are there');
    page.press('Mark as unread');
    await page.until(() => page.unreadTexts.length === 1, 'it is unread');
    page.press('Mark all as read');
    await page.until(() => page.unreadTexts.length === 0, 'all is read');
  });

  it('shows more, and keeps it when something comes', async () => {
    for (let index = 0; index < 22; index++) await tell(uniqueKey());
    const page = await BellPage.ready();
    await page.untilCounts('9+');
    await page.openList();
    expect(page.texts.length).to.equal(20);

    page.press('Show more');
    await page.until(() => page.texts.length >= 22, 'there are more');
    const before = page.texts.length;
    await tell(uniqueKey());
    await page.until(() => page.texts.length > before, 'what came is there too');
  });

  it('is worked by the keyboard: the list takes it, Escape gives it back', async () => {
    await tell(uniqueKey());
    const page = await BellPage.ready();
    await page.untilCounts('1');
    await page.openList();
    await page.until(() => page.listHasFocus, 'the keyboard is in the list');
    await press('Escape');

    await page.until(() => !page.isOpen, 'the list is closed');
    expect(page.button.matches(':focus')).to.equal(true);
  });

  it('shows nothing to who is signed out', async () => {
    server.signIn();
    const page = await BellPage.open();
    await page.until(() => !page.isLoading, 'it has loaded');

    expect(page.button).to.equal(undefined);
  });

  it('says that it could not be loaded, and tries again', async () => {
    network.refuse('INTERNAL', { requestId: 'abc-1' });
    const page = await BellPage.ready();
    expect(page.label).to.equal('Notifications could not be loaded. Try again');

    network.intercept = undefined;
    page.button.click();
    await page.until(() => page.label === 'Notifications', 'it is there');
  });

  it('keeps what was to be marked, and says why it could not be', async () => {
    await tell(uniqueKey());
    const page = await BellPage.ready();
    await page.untilCounts('1');
    await page.openList();
    await page.untilCounts('');
    network.refuse('RATE_LIMITED');
    page.press('Mark as read');

    await page.until(() => page.notice, 'it says why');
    expect(page.unreadTexts.length).to.equal(1);
    network.intercept = undefined;
  });

  it('hears no more of a discussion that is muted from its menu', async () => {
    const key = uniqueKey();
    await tell(key);
    const page = await BellPage.ready();
    await page.untilCounts('1');
    await page.openList();
    page.press('More actions');
    await page.until(() => page.find('[role=menuitem]:focus'), 'the menu has the keyboard');
    page.press('Mute this discussion for a week');
    await page.until(() => page.unreadTexts.length === 0, 'what came is read');
    expect(page.isOpen).to.equal(true);

    await tell(key);
    await tell(uniqueKey());
    await page.until(() => page.unreadTexts.length === 1, 'only the other one is told');
  });

  it('leads from the menu of a notification to how its discussion comes, with the keyboard there', async () => {
    await tell(uniqueKey());
    const page = await BellPage.ready();
    await page.untilCounts('1');
    await page.openList();
    page.press('More actions');
    await page.until(() => page.find('[role=menuitem]:focus'), 'the menu has the keyboard');
    page.press('Choose how it reaches me…');
    await page.until(() => page.find('.places select:focus'), 'the field has the keyboard');
    expect(page.chosen('The discussion of this notification')).to.equal('As everywhere');

    page.choose('The discussion of this notification', 'Not at all');
    await page.until(() => !page.field('The discussion of this notification'), 'it is among the places, with its name');
    const field = page.find<HTMLSelectElement>('.places select:focus');
    expect(field?.selectedOptions[0]?.text.trim()).to.equal('Not at all');
  });

  it('speaks French', async () => {
    await tell(uniqueKey());
    const page = await BellPage.ready({ lang: 'fr' });
    await page.untilCounts('1');
    expect(page.label).to.equal('Notifications, 1 à voir');
    await page.openList();

    expect(page.texts[0]).to.equal('Nadia Benali vous a mentionné dans un commentaire');
    expect(page.days[0]).to.equal('Aujourd’hui');
  });

  it('is accessible, closed and open', async () => {
    await tell(uniqueKey());
    const page = await BellPage.ready();
    await page.untilCounts('1');
    await expect(page.element).to.be.accessible();
    await page.openList();
    await expect(page.element).to.be.accessible();
  });
});
