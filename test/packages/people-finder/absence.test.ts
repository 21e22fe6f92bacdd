import { expect } from '@open-wc/testing';
import type { ParvisClient } from '@parvis/core';
import { sendKeys } from '@web/test-runner-commands';
import { Network } from '../../support/browser/network.ts';
import { startServer } from '../../support/browser/server.ts';
import { PeopleFinderPage } from '../../support/pages/people-finder-page.ts';
import { PersonCardPage } from '../../support/pages/person-card-page.ts';
import { announced, hasFocus, textOf } from '../../support/pages/shadow-dom.ts';
import { beAway, beBack, dayIn, written } from './away.ts';

describe('people finder: absences', () => {
  const address = location.href;
  let nadia: ParvisClient;
  let ines: ParvisClient;

  before(async () => {
    const server = await startServer();
    server.signIn('ines.carpentier');
    nadia = server.client('nadia.benali');
    ines = server.client('ines.carpentier');
  });
  beforeEach(() => beAway(nadia, { substitute: 'paul.lefevre', note: 'On the coast' }));
  after(() => beBack(nadia));
  afterEach(async () => {
    PeopleFinderPage.close();
    history.replaceState(null, '', address);
    await beBack(ines);
  });

  const days = (page: PeopleFinderPage) => page.all('[part=days]').map(textOf);
  const field = (page: PeopleFinderPage, id: string) => page.find<HTMLInputElement>(`#${id}`)!;
  const fill = (input: HTMLInputElement, value: string) => {
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const problem = (page: PeopleFinderPage) => textOf(page.find('.problem'));
  /** One’s own card, with the form. */
  const leaving = async (lang = 'en') => {
    history.replaceState(null, '', '?person=ines.carpentier');
    const page = await PeopleFinderPage.open({ 'sync-url': '', lang });
    await page.until(() => page.find('button.away'), 'one can say that one is away');
    page.find('button.away')!.click();
    await page.until(() => hasFocus(field(page, 'from')), 'the form takes the keyboard');
    return page;
  };

  for (const [lang, day, text] of [
    ['en', 'en-GB', 'Away until '],
    ['fr', 'fr', 'Absence jusqu’au '],
  ] as const)
    it(`are shown in results and on the card, with who stands in: ${lang}`, async () => {
      const page = await PeopleFinderPage.ready({ lang });
      await page.search('nadia benali', 'Nadia Benali');
      await page.until(() => days(page).length, 'the results say it');
      expect(days(page)[0]).to.equal(text + written(dayIn(7), day));
      expect(page.all('.note')).to.have.length(0);

      page.rows[0]!.querySelector('button')!.click();

      await page.untilPerson('Nadia Benali');
      await page.until(() => page.find('.note'), 'the card says it');
      const card = page.find('section parvis-absence')!.shadowRoot!;
      expect(textOf(card.querySelector('.note')!)).to.equal('On the coast');
      expect(page.detailTexts('parvis-absence button')).to.deep.equal(['Paul Lefèvre']);
      expect(page.find('button.away')).to.equal(undefined);
      await expect(page.element).to.be.accessible();
    });

  it('are shown on the card that a name opens', async () => {
    const page = await PersonCardPage.open({ handle: 'nadia.benali', name: 'Nadia Benali', kind: 'EMPLOYEE' });
    page.name.click();

    await page.until(() => page.find('[part=days]'), 'the card says it');

    expect(textOf(page.find('.note'))).to.equal('On the coast');
    PersonCardPage.close();
  });

  it('are written on one’s own card, by keyboard', async () => {
    const page = await leaving();
    fill(field(page, 'until'), dayIn(3));
    const person = page.find<HTMLInputElement>('#name')!;
    person.focus();
    await sendKeys({ type: 'paul lefev' });
    await page.until(() => page.all('[role=option]').length, 'he is offered');
    await sendKeys({ press: 'Enter' });
    await page.until(() => hasFocus(page.find('.remove')), 'he is chosen');
    expect(textOf(page.find('.chosen bdi'))).to.equal('Paul Lefèvre');
    field(page, 'note').focus();
    await sendKeys({ type: 'Skiing' });
    await expect(page.element).to.be.accessible();

    await sendKeys({ press: 'Enter' });

    await page.until(() => days(page).length, 'it is shown');
    expect(days(page)).to.deep.equal([`Away until ${written(dayIn(3), 'en-GB')}`]);
    await page.until(() => announced() === 'Saved. Colleagues see when you are away.', 'it is announced');
    await page.until(() => hasFocus(page.find('button.away')), 'the keyboard is where it was');
    expect(textOf(page.find('button.away'))).to.equal('Change my absence');
  });

  it('begin later, and are cleared', async () => {
    await beAway(ines, { from: dayIn(30), days: 40, note: 'Far away' });
    history.replaceState(null, '', '?person=ines.carpentier');
    const page = await PeopleFinderPage.open({ 'sync-url': '' });
    await page.until(() => days(page)[0]?.startsWith('Away '), 'one sees it oneself');
    expect(days(page)[0]!.includes('until')).to.equal(false);
    page.find('button.away')!.click();
    await page.until(() => hasFocus(field(page, 'from')), 'the form takes the keyboard');
    expect([field(page, 'from').value, field(page, 'until').value, field(page, 'note').value]).to.deep.equal([dayIn(30), dayIn(40), 'Far away']); // prettier-ignore

    page.button('I am not away')!.click();

    await page.until(() => announced() === 'You are no longer shown as away.', 'it is announced');
    await page.until(() => textOf(page.find('button.away')) === 'I am away…', 'one can say it again');
    expect(days(page)).to.deep.equal([]);
  });

  for (const [what, from, until, message] of [
    ['no last day', dayIn(0), '', 'Choose the last day.'],
    ['no first day', '', dayIn(3), 'Choose the first day.'],
    ['a last day before the first', dayIn(5), dayIn(3), 'The last day is before the first one.'],
    ['a last day that has passed', dayIn(-9), dayIn(-3), 'The last day has passed.'],
    ['more than two years', dayIn(0), dayIn(740), 'An absence lasts two years at most.'],
  ] as const)
    it(`are not sent with ${what}`, async () => {
      const page = await leaving();
      fill(field(page, 'from'), from);
      fill(field(page, 'until'), until);

      page.button('Save')!.click();

      await page.until(() => problem(page), 'it is said');
      expect(problem(page)).to.equal(message);
      const wrong = field(page, from ? 'until' : 'from');
      expect(wrong.getAttribute('aria-describedby')).to.equal('problem');
      await page.until(() => hasFocus(wrong), 'the field has the keyboard');
      await page.until(() => announced() === message, 'it is announced');
    });

  it('are given up by Escape, which does not close the card', async () => {
    const page = await leaving('fr');

    await sendKeys({ press: 'Escape' });

    await page.until(() => hasFocus(page.find('button.away')), 'the keyboard is where it was');
    expect(textOf(page.find('button.away'))).to.equal('Je ne suis pas là…');
    expect(page.person).to.equal('Inès Carpentier');
  });

  it('stay written where they cannot be sent', async () => {
    const page = await leaving();
    fill(field(page, 'until'), dayIn(3));
    const network = new Network();
    network.cut();

    page.button('Save')!.click();

    await page.until(() => page.find('[part=notice]'), 'it is said');
    expect(field(page, 'until').value).to.equal(dayIn(3));
    network.restore();
  });
});
