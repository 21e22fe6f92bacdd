import { expect } from '@open-wc/testing';
import { Network } from '../../support/browser/network.ts';
import { startServer } from '../../support/browser/server.ts';
import { ComposerPage } from '../../support/pages/composer-page.ts';
import { press } from '../../support/pages/keyboard.ts';
import { focused } from '../../support/pages/shadow-dom.ts';

describe('mention', () => {
  before(async () => (await startServer()).signIn('paul.lefevre'));
  afterEach(() => ComposerPage.close());

  const offered = async (typed: string, name: string) => {
    const page = await ComposerPage.focused();
    await page.type(typed);
    await page.until(() => page.people.includes(name), `${name} is offered`);
    return page;
  };

  it('offers people of the directory after "@", the first of them chosen', async () => {
    const page = await offered('Ask @nadia', 'Nadia Benali');

    expect(page.activePerson).to.equal(page.people[0]);
    expect(focused()).to.equal(page.field);
    expect(page.field.getAttribute('aria-controls')).to.equal(page.find('[role=listbox]')!.id);
  });

  it('finds names with a space and without their accents', async () => {
    const page = await offered('@paul lefev', 'Paul Lefèvre');

    await press('Enter');

    expect(page.text).to.equal('@paul.lefevre ');
  });

  it('writes the handle on Enter, and goes on in the text', async () => {
    const page = await offered('Ask @nadia', 'Nadia Benali');
    while (page.activePerson !== 'Nadia Benali') await press('ArrowDown');

    await press('Enter');
    await page.type('today');

    expect(page.text).to.equal('Ask @nadia.benali today');
    expect(page.people).to.eql([]);
    expect(page.field.hasAttribute('aria-activedescendant')).to.equal(false);
  });

  it('goes round with the arrows, and takes by Tab', async () => {
    const page = await offered('@le', 'Paul Lefèvre');
    const { people } = page;
    expect(people.length).to.be.greaterThan(1);

    await press('ArrowUp');
    expect(page.activePerson).to.equal(people.at(-1));
    await press('ArrowDown');
    expect(page.activePerson).to.equal(people[0]);
    await press('Tab');

    expect(page.text).to.match(/^@[a-z.-]+ $/);
    expect(focused()).to.equal(page.field);
  });

  it('takes a person by a press, without losing the keyboard', async () => {
    const page = await offered('@nadia', 'Nadia Benali');

    page.options[page.people.indexOf('Nadia Benali')]!.click();

    expect(page.text).to.equal('@nadia.benali ');
    expect(focused()).to.equal(page.field);
  });

  it('goes away with Escape, stays away for this name, and comes back for the next', async () => {
    const page = await offered('@nadia', 'Nadia Benali');

    await press('Escape');
    await page.until(() => !page.people.length, 'it is gone');
    await page.type('b');
    expect(page.people).to.eql([]);
    await page.type(' and @nadia');

    await page.until(() => page.people.includes('Nadia Benali'), 'it is back');
  });

  it('leaves Enter and the arrows to the text where nobody is found', async () => {
    const page = await ComposerPage.focused();
    await page.type('@zzzzqqqq');
    await press('Enter');

    expect(page.text).to.equal('@zzzzqqqq\n');
  });

  it('does not take an e-mail address for a mention', async () => {
    const network = new Network();
    const page = await ComposerPage.focused();

    await page.type('nadia@benali');
    await page.type(' ');
    network.restore();

    expect(page.people).to.eql([]);
    expect(network.count('Mentionable')).to.equal(0);
  });

  it('starts from its button with an invitation to type a name', async () => {
    const page = await ComposerPage.focused({ value: 'Ask' });
    page.field.setSelectionRange(3, 3);

    page.tool('Mention somebody').click();
    await page.until(() => page.find('.mentions')?.matches(':popover-open'), 'it is open');

    expect(page.text).to.equal('Ask @');
    expect(page.find('.mentions')!.textContent).to.contain('Type a name.');
  });

  it('asks once the typing pauses, not for every letter', async () => {
    const network = new Network();

    await offered('@stephanie', 'Stéphanie Lefebvre').catch(() => undefined);
    network.restore();

    expect(network.count('Mentionable')).to.be.lessThan(6);
    expect(network.mostAtOnce).to.equal(1);
  });

  it('lets one write on without the network', async () => {
    const network = new Network();
    const page = await ComposerPage.focused();
    network.cut();

    await page.type('@nadia is right');
    network.restore();

    expect(page.text).to.equal('@nadia is right');
  });
});
