import { expect } from '@open-wc/testing';
import { Network } from '../../support/browser/network.ts';
import { startServer, uniqueKey, type TestServer } from '../../support/browser/server.ts';
import { FollowButtonPage } from '../../support/pages/follow-button-page.ts';
import { makeGroup } from '../groups/group-writing.ts';
import { setElsewhere } from './follow-writing.ts';

describe('follow button: states', () => {
  let server: TestServer;
  let network: Network;
  let subject: string;

  before(async () => (server = await startServer()));
  beforeEach(() => {
    server.signIn('paul.lefevre');
    subject = uniqueKey();
    network = new Network();
  });
  afterEach(() => {
    FollowButtonPage.close();
    network.restore();
  });

  const noticed = (page: FollowButtonPage) => page.until(() => page.notice, 'it says what went wrong');

  it('asks for forty buttons of forty pages in one request', async () => {
    const subjects = Array.from({ length: 40 }, uniqueKey);
    await setElsewhere(server.client('paul.lefevre'), subjects[30]!, 'ALL');
    network.requests.length = 0;

    const pages = await FollowButtonPage.openAll(...subjects.map((each) => ({ subject: each })));
    await pages[0]!.until(() => pages.every(({ button }) => button), 'there are forty buttons');

    expect(network.requests.length).to.equal(1);
    expect(network.count('FollowedSubjects')).to.equal(1);
    expect(pages.map(({ isPressed }) => isPressed)).to.eql(subjects.map((_, i) => i === 30));
  });

  for (const variant of ['button', 'compact'] as const) {
    it(`keeps the room of its first paint while it loads, as ${variant}`, async () => {
      const release = network.hold();
      const page = await FollowButtonPage.open({ subject, variant });
      expect(page.isLoading).to.equal(true);
      const before = page.element.getBoundingClientRect();
      release();
      await page.until(() => page.button, 'there is a button');
      const after = page.element.getBoundingClientRect();

      expect(after.height).to.equal(before.height);
      expect(Math.abs(after.width - before.width)).to.be.lessThan(24);
    });
  }

  it('says what went wrong, and loads when asked to try again', async () => {
    network.refuse('INTERNAL', { requestId: 'abc-1' });
    const page = await FollowButtonPage.open({ subject });
    await noticed(page);
    expect(page.notice).to.contain('Something went wrong (reference abc-1).');

    network.intercept = undefined;
    page.action!.click();

    await page.until(() => page.button && !page.notice, 'there is a button');
  });

  it('says that one is offline, and loads by itself when the network is back', async () => {
    network.cut();
    const page = await FollowButtonPage.open({ subject });
    await noticed(page);
    expect(page.notice).to.contain('You are offline.');

    network.intercept = undefined;
    dispatchEvent(new Event('online'));

    await page.until(() => page.button && !page.notice, 'there is a button');
  });

  it('says what may not be seen, and what is not there', async () => {
    network.refuse('FORBIDDEN');
    const page = await FollowButtonPage.open({ subject });
    await noticed(page);
    expect(page.notice).to.contain('You do not have access to this.');
    network.intercept = undefined;
    FollowButtonPage.close();

    const pages = await FollowButtonPage.openAll({ person: 'no.such.person' }, { group: 'no-such-group' });
    for (const missing of pages) await noticed(missing);

    expect(pages.map(({ notice }) => notice)).to.eql(pages.map(() => 'This is gone, or not for you.'));
  });

  it('asks those who are signed out to sign in, and keeps what there was', async () => {
    server.signIn();
    const page = await FollowButtonPage.ready({ subject });

    page.button.click();
    await noticed(page);

    expect(page.notice).to.contain('Sign in');
    expect([page.label, page.isPressed]).to.eql(['Follow', false]);
  });

  it('says that a group cannot be followed whose talk one may not read', async () => {
    const { handle } = await makeGroup(server.client('ines.carpentier'), { visibility: 'PRIVATE', join: 'REQUEST' });
    const page = await FollowButtonPage.ready({ group: handle });

    page.button.click();
    await noticed(page);

    expect(page.notice).to.contain('You do not have access to this.');
    expect(page.label).to.equal('Follow');
  });

  it('speaks French', async () => {
    const page = await FollowButtonPage.ready({ subject, lang: 'fr' });
    expect(page.label).to.equal('Suivre');

    page.button.click();
    await page.untilSays('Abonné·e');
    await page.openMenu();

    expect(page.itemLabels).to.eql([
      'Toutes les nouveautés',
      'Les réponses qui me sont faites',
      'Seulement où je suis mentionné·e',
      'Rien',
      'Ne plus suivre',
    ]);
  });

  it('is accessible in every state', async () => {
    const page = await FollowButtonPage.ready({ subject });
    await expect(page.element).to.be.accessible();
    page.button.click();
    await page.untilSaved();
    await expect(page.element).to.be.accessible();
    await page.openMenu();
    await expect(page.element).to.be.accessible();
    network.refuse('RATE_LIMITED');
    page.choose('Nothing');
    await noticed(page);
    await expect(page.element).to.be.accessible();
  });
});
