import { expect } from '@open-wc/testing';
import type { ParvisClient } from '@parvis/core';
import { startServer } from '../../support/browser/server.ts';
import { ComposerPage } from '../../support/pages/composer-page.ts';
import { press } from '../../support/pages/keyboard.ts';
import { announced, textOf } from '../../support/pages/shadow-dom.ts';
import { beAway, beBack, dayIn, written } from '../people-finder/away.ts';

describe('writing to somebody who is away', () => {
  let nadia: ParvisClient;
  let marc: ParvisClient;

  before(async () => {
    const server = await startServer();
    server.signIn('ines.carpentier');
    nadia = server.client('nadia.benali');
    marc = server.client('marc.delattre');
  });
  beforeEach(() => beAway(nadia, { substitute: 'paul.lefevre', note: 'On the coast' }));
  after(() => beBack(nadia));
  afterEach(() => ComposerPage.close());

  const said = (page: ComposerPage) =>
    page.all('.away > div').map((line) => textOf(line).replace(/[\u2068\u2069]/g, ''));

  for (const [lang, day, sentence] of [
    ['en', 'en-GB', (day: string) => `Nadia Benali is away until ${day}. Paul Lefèvre stands in.`],
    ['fr', 'fr', (day: string) => `Nadia Benali n’est pas là jusqu’au ${day}. Paul Lefèvre prend le relais.`],
  ] as const)
    it(`is said below the field and to screen readers, and stops nobody: ${lang}`, async () => {
      const page = await ComposerPage.focused({}, { lang });

      await page.type('Thank you @nadia.benali for this');

      const expected = sentence(written(dayIn(7), day));
      await page.until(() => said(page).length, 'it is said');
      expect(said(page)).to.deep.equal([expected]);
      await page.until(() => announced().replace(/[\u2068\u2069]/g, '') === expected, 'it is announced');
      expect(page.canSend).to.equal(true);
      await expect(page.element).to.be.accessible();
    });

  it('is said of people who are chosen from the list, which says it as well', async () => {
    const page = await ComposerPage.focused();
    await page.type('Thank you @nadia');
    await page.until(() => page.people.includes('Nadia Benali'), 'she is offered');
    while (page.activePerson !== 'Nadia Benali') await press('ArrowDown');
    await page.until(() => page.find('[aria-selected=true] parvis-absence'), 'the list says it');

    await press('Enter');

    await page.until(() => said(page).length === 1, 'it is said');
  });

  it('is said of each person once, and no more once the text does not name them', async () => {
    await beAway(marc);
    const page = await ComposerPage.focused();
    await page.type('@nadia.benali, @marc.delattre and @nadia.benali: hello.');
    await page.until(() => said(page).length === 2, 'both are away');
    expect(said(page)[1]).to.match(/^Marc Delattre is away until [^.]*\.$/);

    page.field.select();
    await page.type('Hello');

    await page.until(() => said(page).length === 0, 'nobody is named');
    await beBack(marc);
  });

  it('is not said of those who are not away yet, of nobody, and of addresses', async () => {
    await beAway(marc, { from: dayIn(3) });
    const page = await ComposerPage.focused();
    await page.type('@marc.delattre @nobody.there write@nadia.benali and @nadia.benali.');

    await page.until(() => said(page).length, 'it is said of her');

    expect(said(page)).to.have.length(1);
    await beBack(marc);
  });
});
