import { expect } from '@open-wc/testing';
import { Network } from '../../support/browser/network.js';
import { startServer } from '../../support/browser/server.js';
import { PeopleFinderPage } from '../../support/pages/people-finder-page.js';
import { PersonCardPage } from '../../support/pages/person-card-page.js';
import { hasFocus } from '../../support/pages/shadow-dom.js';

describe('people finder: a person', () => {
  const address = location.href;

  before(async () =>
    (await startServer({ PARVIS_CHAT_URL: 'https://chat.example/{handle}' })).signIn('ines.carpentier'),
  );
  afterEach(() => {
    PeopleFinderPage.close();
    history.replaceState(null, '', address);
  });

  it('shows how to reach them, what they know, what they speak and what they say of themselves', async () => {
    const page = await PeopleFinderPage.ready();

    await page.openPerson('claire montagnier', 'Claire Montagnier');

    expect(page.all('[part=contact]').map((link) => (link as HTMLAnchorElement).protocol)).to.include.members([
      'mailto:',
      'https:',
    ]);
    expect(page.detailTexts('.tags li')).to.deep.equal(['stratégie', 'eau']);
    expect(page.detailTexts('.bio')[0]).to.contain('Entrée au bureau d’études en 1998.');
    expect(page.detailTexts('.part p')).to.include('French, English');
    expect(page.detailTexts('.title').join()).to.match(/Manages \d+ people/);
  });

  it('shows the managers above them, the highest first', async () => {
    const page = await PeopleFinderPage.ready();

    await page.openPerson('marc delattre', 'Marc Delattre');

    const managers = page.detailTexts('ol li');
    expect(managers[0]).to.equal('Claire Montagnier');
    expect(managers.at(-1)).to.equal('Chloé Lefebvre');
  });

  it('shows what they did lately', async () => {
    const page = await PeopleFinderPage.ready();

    await page.openPerson('nadia benali', 'Nadia Benali');

    const activities = page.detailTexts('.activity li');
    expect(activities.length).to.be.within(1, 5);
    expect(activities.join()).to.match(/Commented on|Posted/);
  });

  it('lists more of those whom somebody manages, and goes on with the first of them', async () => {
    const page = await PeopleFinderPage.ready();
    await page.openPerson('claire montagnier', 'Claire Montagnier');
    const before = page.detailTexts('.reports li').length;

    page.button('Show more people')!.click();
    await page.until(() => page.detailTexts('.reports li').length > before, 'there are more');

    await page.until(() => hasFocus(page.all('.reports button')[before]), 'the first new one has the focus');
  });

  it('lets the page show people in its own way', async () => {
    const page = await PeopleFinderPage.ready();
    await page.search('benali', 'Nadia Benali');
    let asked = '';
    page.element.addEventListener('parvis-person-profile', (event) => {
      asked = event.handle;
      event.preventDefault();
    });

    page.rows[0]!.querySelector('button')!.click();
    await page.element.updateComplete;

    expect(asked).to.equal('nadia.benali');
    expect(!!page.detail).to.equal(false);
  });

  it('says so when somebody is not in the directory, and leads back to the search', async () => {
    history.replaceState(null, '', '?person=nobody.at.all');
    const page = await PeopleFinderPage.open({ 'sync-url': '' });

    await page.until(() => page.notice, 'it is said');
    expect(page.find('parvis-notice')!.textContent).to.contain('This person is not in the directory.');
    page.button('Back')!.click();

    await page.until(() => page.invitation, 'the start is shown');
    expect(location.search).to.equal('');
  });

  it('opens whom a card elsewhere on the page leads to', async () => {
    const finder = await PeopleFinderPage.ready({ 'sync-url': '' });
    const card = await PersonCardPage.open({ handle: 'paul.lefevre', name: 'Paul Lefèvre' });
    card.name.click();
    await card.until(() => card.find('footer a'), 'the card leads to the profile');

    expect(card.find<HTMLAnchorElement>('footer a')!.href).to.contain('person=paul.lefevre');
    card.find<HTMLAnchorElement>('footer a')!.click();

    await finder.untilPerson('Paul Lefèvre');
    expect(card.isOpen).to.equal(false);
    await finder.until(() => hasFocus(finder.detail), 'the person has the focus');
  });

  it('shows as text whatever people are called and say of themselves', async () => {
    const network = new Network();
    const hostile = '<img src=x onerror=alert(1)>"\'&';
    const person = {
      __typename: 'Person',
      id: 'p',
      handle: 'x',
      name: hostile,
      jobTitle: hostile,
      department: hostile,
    };
    const rest = {
      location: null,
      avatarUrl: null,
      status: 'ACTIVE',
      email: '"a b"@x.example?cc=all@x',
      phone: hostile,
    };
    const node = {
      ...person,
      ...rest,
      chatUrl: 'javascript:alert(1)',
      expertise: [hostile, 'ما هذا'],
      bio: `‮${hostile}\u0000\n\n${hostile}`,
    };
    const more = {
      languages: ['fr', '<b>'],
      managers: [],
      reports: { totalCount: 0, nodes: [], pageInfo: {} },
      activity: [],
    };
    const matches = [
      { field: 'NAME', value: hostile, start: 0, end: 4 },
      { field: 'NAME', value: hostile, start: 2, end: 99 },
    ];
    const facets = { department: [{ value: hostile, count: 1 }], location: [], expertise: [] };
    const people = {
      totalCount: 1,
      unmatchedWords: [],
      facets,
      edges: [{ node, matches }],
      pageInfo: { hasNextPage: false },
    };
    const data = { people, person: { ...node, ...more } };
    network.intercept = ({ operations }) => Promise.resolve(Response.json(operations.map(() => ({ data }))));

    const page = await PeopleFinderPage.open({ query: 'x' });
    await page.untilFound(hostile);
    expect(page.marks()).to.deep.equal(['<img', hostile.slice(4).trim()]);
    expect([...page.rows[0]!.querySelectorAll('a')].map(({ href }) => href)).to.deep.equal([
      'mailto:%22a%20b%22@x.example%3Fcc%3Dall@x',
      'tel:1',
    ]);
    page.rows[0]!.querySelector('button')!.click();
    await page.untilPerson(hostile);

    expect(page.detailTexts('.bio')[0]).to.contain(hostile);
    expect(page.detailTexts('.part p')).to.deep.equal(['French, <b>']);
    expect(page.all('img')).to.have.length(0);
    network.restore();
  });
});
