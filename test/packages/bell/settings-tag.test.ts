import '@parvis/loader/start.js';
import '@parvis/bell/parvis-bell.js';
import { expect } from '@open-wc/testing';
import { Network } from '../../support/browser/network.ts';
import { startServer, type TestServer } from '../../support/browser/server.ts';
import { NotificationSettingsPage } from '../../support/pages/notification-settings-page.ts';

describe('settings of notifications, on a page of one’s own', () => {
  let server: TestServer;
  let network: Network;

  before(async () => (server = await startServer()));
  beforeEach(() => {
    server.signIn('lotte.claes');
    network = new Network();
  });
  afterEach(() => {
    NotificationSettingsPage.close();
    network.restore();
  });

  it('have a title at the level that the page wants, and one below for their parts', async () => {
    const page = await NotificationSettingsPage.ready({ 'heading-level': '4' });
    expect(page.headings.slice(0, 2)).to.eql(['4 Notifications', '5 What reaches you']);
    NotificationSettingsPage.close();

    const untitled = await NotificationSettingsPage.ready({ untitled: '' });
    expect(untitled.headings[0]).to.equal('3 What reaches you');
  });

  it('come with the one request of the page', async () => {
    const page = await NotificationSettingsPage.open({}, '<parvis-bell></parvis-bell>');
    await page.until(() => page.findAll('select').length, 'they are there');
    expect(network.requests.map(({ operations }) => operations.length)).to.eql([3]);
  });

  it('are in French where the page is', async () => {
    const page = await NotificationSettingsPage.ready({ lang: 'fr' });
    expect(page.headings[1]).to.equal('3 Ce qui vous parvient');
  });

  it('say to the signed out where they sign in, and why they are not there', async () => {
    server.signIn();
    const page = await NotificationSettingsPage.open();
    await page.until(() => page.find('[part=action]'), 'there is a way to sign in');
    expect(page.headings).to.eql(['2 Notifications']);

    server.signIn('lotte.claes');
    network.refuse('INTERNAL');
    const broken = await NotificationSettingsPage.open();
    await broken.until(() => broken.find('[part=action]'), 'there is a way to try again');
    network.intercept = undefined;
    broken.find('[part=action]')!.click();
    await broken.until(() => broken.findAll('select').length, 'they are there');
  });

  it('are read again when one comes back to the page', async () => {
    const page = await NotificationSettingsPage.ready();
    const other = await NotificationSettingsPage.ready();
    other.choose('Reactions to your comments', 'Not at all');
    await other.until(() => other.chosen('Reactions to your comments') === 'Not at all', 'it is stored');
    await other.until(() => network.count('query NotificationSettings') === 3, 'it is read again');
    expect(page.chosen('Reactions to your comments')).to.equal('Only here');

    document.dispatchEvent(new Event('visibilitychange'));
    await page.until(() => page.chosen('Reactions to your comments') === 'Not at all', 'it is there, too');
  });

  it('are accessible', async () => {
    const page = await NotificationSettingsPage.ready();
    await expect(page.element).to.be.accessible();
  });
});
