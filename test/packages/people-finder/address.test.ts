import { expect } from '@open-wc/testing';
import { startServer } from '../../support/browser/server.js';
import { PeopleFinderPage } from '../../support/pages/people-finder-page.js';
import { focused, hasFocus, textOf } from '../../support/pages/shadow-dom.js';

describe('people finder: the address of the page', () => {
  const address = location.href;

  before(async () => (await startServer()).signIn('ines.carpentier'));
  afterEach(() => {
    PeopleFinderPage.close();
    history.replaceState(null, '', address);
  });

  it('keeps the search in the address, and all else there to the letter', async () => {
    history.replaceState({ theirs: 1 }, '', '?flag&a=b%20c#here');
    const page = await PeopleFinderPage.ready({ 'sync-url': '' });

    await page.search('lefevre', 'Paul Lefèvre');
    page.chip('Services généraux')!.click();
    await page.until(() => page.names.length === 1, 'one is left');

    expect(location.search).to.equal('?flag&a=b%20c&q=lefevre&department=Services+g%C3%A9n%C3%A9raux');
    expect(location.hash).to.equal('#here');
    expect(history.state).to.deep.equal({ theirs: 1 });
  });

  it('leaves the address alone unless it is asked to keep it', async () => {
    const page = await PeopleFinderPage.ready();

    await page.openPerson('benali', 'Nadia Benali');

    expect(location.href).to.equal(address);
  });

  it('finds the search of the address again after a reload', async () => {
    history.replaceState(null, '', '?q=lefevr&location=Lyon');

    const page = await PeopleFinderPage.open({ 'sync-url': '', department: 'Qualité' });

    await page.untilFound('Stéphane Lefèvre');
    expect(page.input.value).to.equal('lefevr');
    expect(page.chosen).to.deep.equal(['Lyon']);
  });

  it('shows the person of the address after a reload, and takes no focus for it', async () => {
    history.replaceState(null, '', '?q=lefevr&person=paul.lefevre');

    const page = await PeopleFinderPage.open({ 'sync-url': '' });

    await page.untilPerson('Paul Lefèvre');
    expect(hasFocus(document.body)).to.equal(true);
  });

  it('goes back from person to person to the search with the button of the browser', async () => {
    const page = await PeopleFinderPage.ready({ 'sync-url': '' });
    await page.openPerson('chloe lefebvre', 'Chloé Lefebvre');
    page.find<HTMLElement>('ol button')!.click();
    await page.untilPerson('Claire Montagnier');
    expect(location.search).to.match(/[?&]q=chloe\+lefebvre&person=claire\.montagnier$/);

    history.back();
    await page.untilPerson('Chloé Lefebvre');
    history.back();
    await page.until(() => !page.detail, 'the results are shown');

    expect(location.search).to.match(/[?&]q=chloe\+lefebvre$/);
    expect(page.names[0]).to.equal('Chloé Lefebvre');
    await page.until(() => textOf(focused()).startsWith('Chloé Lefebvre'), 'their row has the focus');
    history.forward();
    await page.untilPerson('Chloé Lefebvre');
  });

  it('goes back with its own button as the browser does', async () => {
    const page = await PeopleFinderPage.ready({ 'sync-url': '' });
    await page.openPerson('chloe lefebvre', 'Chloé Lefebvre');
    const { length } = history;

    page.button('Back')!.click();
    await page.until(() => !page.detail, 'the results are shown');

    expect(location.search).to.match(/[?&]q=chloe\+lefebvre$/);
    expect(history.length).to.equal(length);
  });
});
