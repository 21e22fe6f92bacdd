import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { startServer } from '../../support/browser/server.js';
import { PeopleFinderPage } from '../../support/pages/people-finder-page.js';
import { focused, hasFocus, pressUntil, textOf } from '../../support/pages/shadow-dom.js';

const press = async (...keys: string[]) => {
  for (const key of keys) await sendKeys({ press: key });
};

describe('people finder: by keyboard', () => {
  before(async () =>
    (await startServer({ PARVIS_CHAT_URL: 'https://chat.example/{handle}' })).signIn('ines.carpentier'),
  );
  afterEach(() => PeopleFinderPage.close());

  it('goes from the field into the results, along their links, and back to the field', async () => {
    const page = await PeopleFinderPage.ready();
    await page.search('lefevr', 'Paul Lefèvre');

    await press('ArrowDown');
    expect(textOf(focused())).to.contain(page.names[0]!);
    await press('ArrowRight');
    expect((focused() as HTMLAnchorElement).href).to.match(/^mailto:[a-z.]+@/);
    await press('End');
    expect((focused() as HTMLAnchorElement).href).to.match(/^https:\/\/chat\.example\//);
    await press('Home', 'ArrowDown');
    expect(textOf(focused())).to.contain(page.names[1]!);
    await press('ArrowUp', 'ArrowUp');

    expect(hasFocus(page.input)).to.equal(true);
  });

  it('walks the other way where the page is written from right to left', async () => {
    const page = await PeopleFinderPage.ready({ dir: 'rtl' });
    await page.search('lefevr', 'Paul Lefèvre');

    await press('ArrowDown', 'ArrowLeft');

    expect((focused() as HTMLAnchorElement).href).to.match(/^mailto:/);
  });

  it('is one stop for the tab key, which comes back to where it was', async () => {
    const page = await PeopleFinderPage.ready({ location: 'Douai' });
    await page.until(() => page.rows.length, 'people are found');
    page.input.focus();
    await press('ArrowDown', 'ArrowDown', 'ArrowRight');
    const link = focused();

    await press('Tab');
    expect(textOf(focused())).to.equal('Show more people');
    await sendKeys({ down: 'Shift' });
    await press('Tab');
    await sendKeys({ up: 'Shift' });

    expect(hasFocus(link)).to.equal(true);
    expect(page.all('[role=grid] [tabindex="0"]').map((stop) => stop === link)).to.deep.equal([true]);
  });

  it('goes on with the search when a letter is typed among the results', async () => {
    const page = await PeopleFinderPage.ready();
    await page.search('lefe', 'Chloé Lefebvre');

    await press('ArrowDown');
    await sendKeys({ type: 'bvre' });

    expect(hasFocus(page.input)).to.equal(true);
    expect(page.input.value).to.equal('lefebvre');
  });

  it('goes to the first result with Enter, also when that is still on its way', async () => {
    const page = await PeopleFinderPage.ready();

    await page.type('nadia benali');
    await press('Enter');
    await page.untilFound('Nadia Benali');

    await page.until(() => textOf(focused()).startsWith('Nadia Benali'), 'the first result has the focus');
  });

  it('opens a person, and comes back to their row', async () => {
    const page = await PeopleFinderPage.ready();

    await page.openPerson('lefevr', 'Stéphane Lefèvre');
    expect(hasFocus(page.detail)).to.equal(true);
    await press('Tab');
    expect(textOf(focused())).to.equal('Back');
    await press('Enter');

    await page.until(() => !page.detail, 'the results are shown');
    await page.until(() => textOf(focused()).startsWith('Stéphane Lefèvre'), 'their row has the focus');
  });

  it('closes a person with Escape, and comes back to their row', async () => {
    const page = await PeopleFinderPage.ready();

    await page.openPerson('lefevr', 'Stéphane Lefèvre');
    await press('Tab', 'Escape');

    await page.until(() => !page.detail, 'the results are shown');
    await page.until(() => textOf(focused()).startsWith('Stéphane Lefèvre'), 'their row has the focus');
  });

  it('walks up to a manager, down to a report, and back the same way', async () => {
    const page = await PeopleFinderPage.ready();
    await page.openPerson('chloe lefebvre', 'Chloé Lefebvre');

    await press('Tab', 'Tab');
    expect(textOf(focused())).to.equal('Claire Montagnier');
    await press('Enter');
    await page.untilPerson('Claire Montagnier');
    expect(hasFocus(page.detail)).to.equal(true);
    page.find<HTMLElement>('.reports button')!.focus();
    const report = textOf(focused());
    await press('Enter');
    await page.untilPerson(report);

    for (const name of ['Claire Montagnier', 'Chloé Lefebvre']) {
      page.button('Back')!.focus();
      await press('Enter');
      await page.untilPerson(name);
      expect(hasFocus(page.detail)).to.equal(true);
    }
  });

  it('chooses and clears filters', async () => {
    const page = await PeopleFinderPage.ready();
    page.input.focus();

    await press('Tab', ' ');
    await page.until(() => page.chosen.length === 1 && page.rows.length, 'a filter is chosen');
    expect(textOf(focused())).to.contain(page.chosen[0]!);
    await pressUntil('Tab', (element) => textOf(element) === 'All filters');
    await press('Enter');
    expect(focused().getAttribute('aria-expanded')).to.equal('true');
    await press('Tab');
    expect(textOf(focused())).to.equal('Clear filters');
    await press('Enter');

    await page.until(() => page.invitation, 'the start is shown');
    expect(hasFocus(document.body)).to.equal(false);
  });
});
