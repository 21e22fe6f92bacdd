import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { Network } from '../../support/browser/network.js';
import { startServer } from '../../support/browser/server.js';
import { HeldTimers } from '../../support/pages/held-timers.js';
import { PeopleFinderPage } from '../../support/pages/people-finder-page.js';
import { announced, focused, hasFocus, textOf } from '../../support/pages/shadow-dom.js';

describe('people finder: searching', () => {
  let network: Network;

  before(async () => (await startServer()).signIn('ines.carpentier'));
  beforeEach(() => (network = new Network()));
  afterEach(() => {
    HeldTimers.release();
    network.restore();
    PeopleFinderPage.close();
  });

  it('shows the field before the server has said anything', async () => {
    const release = network.hold();

    const page = await PeopleFinderPage.open();

    expect(page.input.placeholder).to.equal('Name, job, skill, place…');
    expect(page.skeletons).to.equal(3);
    release();
    await page.until(() => page.chips.length, 'there are filters');
    expect(network.requests).to.have.length(1);
  });

  it('invites to look for somebody, and gives a place to start', async () => {
    const page = await PeopleFinderPage.ready();

    expect(page.invitation).to.match(/^Search \d+ people by name, job, skill or place/);
    page.chip('Logistique')!.click();

    await page.untilFound('Nadia Benali');
    expect(page.chosen).to.deep.equal(['Logistique']);
  });

  it('finds a person as one types, accents forgiven, and marks what matched', async () => {
    const page = await PeopleFinderPage.ready();

    await page.search('lefevr', 'Stéphane Lefèvre');

    expect(page.names.slice(0, 3)).to.have.members(['Paul Lefèvre', 'Stéphane Lefèvre', 'Chloé Lefebvre']);
    expect(page.marks(page.names.indexOf('Stéphane Lefèvre'))).to.deep.equal(['Lefèvr']);
    expect(page.count).to.match(/^\d people$/);
  });

  it('leaves out a word that nobody has, and says which', async () => {
    for (const [lang, count] of [
      ['en', /people – without: xyzzyq$/],
      ['fr', /personnes – sans : xyzzyq$/],
    ] as const) {
      const page = await PeopleFinderPage.ready({ lang });

      await page.search('lefevre xyzzyq', 'Stéphane Lefèvre');

      await page.until(() => count.test(page.count), 'the word is named');
      await page.until(() => announced().includes('xyzzyq'), 'it is said as well');
      PeopleFinderPage.close();
    }
  });

  it('asks once for a word that is typed in one go', async () => {
    const page = await PeopleFinderPage.ready();

    page.typeAtOnce('benali');
    await page.untilFound('Nadia Benali');

    expect(network.count('SearchPeople')).to.equal(1);
  });

  it('has one request under way at most, and ends it when more is typed', async () => {
    const page = await PeopleFinderPage.ready();
    const release = network.hold();

    for (const letter of 'chloe') {
      const sent = network.count('SearchPeople');
      await page.type(letter);
      await page.until(() => network.count('SearchPeople') > sent, 'the search has gone out');
    }
    release();
    await page.untilFound('Chloé Lefebvre');

    expect(network.count('SearchPeople')).to.be.greaterThan(3);
    expect(network.mostAtOnce).to.equal(1);
    expect(network.requests.slice(1, -1).every(({ signal }) => signal?.aborted)).to.equal(true);
  });

  it('never shows an answer that comes after a newer one', async () => {
    const page = await PeopleFinderPage.ready();
    let answerLate!: (response: Response) => void;
    network.intercept = ({ operations }, pass) =>
      // A network that answers though nobody waits any more.
      operations[0]!.variables.query === 'paul' ? new Promise((resolve) => (answerLate = resolve)) : pass();

    await page.type('paul');
    await page.until(() => network.count('SearchPeople'), 'the first search has gone out');
    await page.search(' lefevre', 'Paul Lefèvre');
    const facets = { department: [], location: [], expertise: [] };
    const people = { totalCount: 0, facets, edges: [], pageInfo: { hasNextPage: false } };
    answerLate(Response.json([{ data: { people } }]));
    await new Promise((resolve) => setTimeout(resolve, 50));

    expect(page.names).to.include('Paul Lefèvre');
    expect(!!page.nobody).to.equal(false);
  });

  it('keeps people of several values of a filter, and takes all filters off at once', async () => {
    const page = await PeopleFinderPage.ready();
    page.chip('Qualité')!.click();
    await page.untilFound('Chloé Lefebvre');

    page.chip('Logistique')!.click();
    await page.untilFound('Nadia Benali');

    expect(page.chosen).to.have.members(['Qualité', 'Logistique']);
    expect(page.names).to.include('Chloé Lefebvre');
    page.button('Clear filters')!.click();
    await page.until(() => page.invitation, 'the start is shown');
    expect(page.chosen).to.deep.equal([]);
  });

  it('counts what each filter would leave', async () => {
    const page = await PeopleFinderPage.ready();
    await page.search('lefevr', 'Paul Lefèvre');

    const chip = page.chip('Achats')!;

    expect(textOf(chip)).to.equal('Achats 1');
    expect(chip.getAttribute('aria-label')).to.equal('Achats, 1 person');
    chip.click();
    await page.until(() => page.names.length === 1, 'one person is left');
    expect(page.names).to.deep.equal(['Stéphane Lefèvre']);
  });

  it('says how many were found once typing has come to rest', async () => {
    const page = await PeopleFinderPage.ready();
    // What another test has had said may stand there still.
    const before = announced();
    const rests = new HeldTimers(700);

    await page.search('ben', 'Nadia Benali');
    await page.search('ali', 'Nadia Benali');
    expect(announced()).to.equal(before);
    expect(rests.waiting.size).to.equal(1);
    rests.end();

    await page.until(() => announced().includes(page.count), 'the count is said');
  });

  it('says that nobody was found, and what to do about it', async () => {
    const page = await PeopleFinderPage.ready({ department: 'Qualité' });
    await page.untilFound('Chloé Lefebvre');

    await page.type('nadia benali');
    // Before, nobody is found by the first of the two words.
    const said = () => (page.nobody ? textOf(page.nobody) : '');
    await page.until(() => said().includes('No one matches “nadia benali”.'), 'nobody is found');
    expect(said()).to.contain('Try fewer words');
    await page.until(() => announced() === 'No one matches “nadia benali”.', 'it is said');
    page.button('Search without filters')!.click();

    await page.untilFound('Nadia Benali');
    expect(hasFocus(page.input)).to.equal(true);
  });

  it('shows more people, and goes on with the first of them', async () => {
    const page = await PeopleFinderPage.ready({ location: 'Douai' });
    await page.until(() => page.rows.length, 'people are found');
    const first = page.names;

    page.button('Show more people')!.click();
    await page.until(() => page.rows.length > first.length, 'there are more');
    await page.until(
      () => focused().closest('[role=row]') === page.rows[first.length],
      'the first new one has the focus',
    );

    expect(page.names.slice(0, first.length)).to.deep.equal(first);
    expect(new Set(page.names).size).to.equal(page.names.length);
  });

  it('starts from its attributes', async () => {
    const page = await PeopleFinderPage.open({ query: 'lefevre', location: 'Lyon', layout: 'cards' });

    await page.untilFound('Stéphane Lefèvre');

    expect(page.names).to.deep.equal(['Stéphane Lefèvre']);
    expect(page.chosen).to.deep.equal(['Lyon']);
    expect(page.find('parvis-people-results')!.getAttribute('layout')).to.equal('cards');
    expect(network.requests).to.have.length(1);
  });

  it('speaks French on a French page', async () => {
    const page = await PeopleFinderPage.ready({ lang: 'fr' });

    await page.search('benali', 'Nadia Benali');

    expect(page.input.placeholder).to.equal('Nom, métier, compétence, site…');
    expect(page.count).to.equal('1 personne');
  });

  it('comes back to the start without asking again when the field is emptied', async () => {
    const page = await PeopleFinderPage.ready();
    await page.search('benali', 'Nadia Benali');
    const asked = network.requests.length;

    page.input.select();
    await sendKeys({ press: 'Delete' });
    await page.until(() => page.invitation, 'the start is shown');

    expect(page.rows).to.have.length(0);
    expect(network.requests).to.have.length(asked);
  });
});
