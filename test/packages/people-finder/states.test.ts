import { expect } from '@open-wc/testing';
import { Network } from '../../support/browser/network.js';
import { startServer } from '../../support/browser/server.js';
import { PeopleFinderPage } from '../../support/pages/people-finder-page.js';
import { textOf } from '../../support/pages/shadow-dom.js';

describe('people finder: states', () => {
  let network: Network;

  before(async () => (await startServer()).signIn('ines.carpentier'));
  beforeEach(() => (network = new Network()));
  afterEach(() => {
    network.restore();
    PeopleFinderPage.close();
  });

  const noticed = (page: PeopleFinderPage) => page.until(() => page.notice, 'it says what went wrong');

  it('shows rows of grey while the first results are on their way', async () => {
    const release = network.hold();

    const page = await PeopleFinderPage.open({ query: 'benali' });
    expect(!!page.find('.wait')).to.equal(true);
    release();

    await page.untilFound('Nadia Benali');
    expect(page.skeletons).to.equal(0);
  });

  it('says that the network is away, and tries again when asked to', async () => {
    const page = await PeopleFinderPage.ready();
    network.cut();
    await page.type('benali');
    await noticed(page);
    expect(page.notice).to.contain('You are offline.');

    network.intercept = undefined;
    page.button('Try again')!.click();

    await page.untilFound('Nadia Benali');
    expect(page.notice).to.equal('');
  });

  it('tries again by itself when the network is back', async () => {
    network.cut();
    const page = await PeopleFinderPage.open();
    await noticed(page);

    network.intercept = undefined;
    dispatchEvent(new Event('online'));

    await page.until(() => page.chips.length, 'there are filters');
  });

  it('names the failure that only the log of the server explains', async () => {
    network.refuse('INTERNAL', { requestId: 'abc-1' });

    const page = await PeopleFinderPage.open();

    await noticed(page);
    expect(page.notice).to.contain('abc-1').and.to.contain('Try again');
  });

  it('keeps the people found when more of them do not come', async () => {
    const page = await PeopleFinderPage.ready({ location: 'Douai' });
    await page.until(() => page.rows.length, 'people are found');
    const found = page.rows.length;
    network.refuse('INTERNAL');

    page.button('Show more people')!.click();
    await noticed(page);
    expect(page.rows).to.have.length(found);
    network.intercept = undefined;
    page.button('Try again')!.click();

    await page.until(() => page.rows.length > found, 'there are more');
  });

  it('says that one may not search here', async () => {
    network.refuse('FORBIDDEN');

    const page = await PeopleFinderPage.open();

    await noticed(page);
    expect(page.notice).to.equal('You do not have access to this.');
  });

  it('says that nobody is in the directory yet', async () => {
    const facets = { department: [], location: [], expertise: [] };
    network.intercept = () => Promise.resolve(Response.json([{ data: { people: { totalCount: 0, facets } } }]));

    const page = await PeopleFinderPage.open();

    await page.until(() => page.invitation, 'it is said');
    expect(page.invitation).to.equal('The directory is still empty.');
  });

  it('leads the signed out to where they sign in', async () => {
    (await startServer({ PARVIS_ANONYMOUS: 'none' })).signIn();

    const page = await PeopleFinderPage.open();

    await noticed(page);
    const link = page.find<HTMLAnchorElement>('a[part=action]')!;
    expect(textOf(link)).to.equal('Sign in');
    expect(link.href).to.match(/^https:\/\/sign-in\.example\/\?return=/);
  });
});
