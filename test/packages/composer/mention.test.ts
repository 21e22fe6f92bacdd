import { expect, nextFrame } from '@open-wc/testing';
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

  it('leaves Enter to the text where the handle is complete, and the full stop after it', async () => {
    for (const [typed, name] of [
      ['Merci @nadia.benali', 'Nadia Benali'],
      ['cc @nadia.benali.', 'Nadia Benali'],
      ['See @NADIA.BENALI', 'Nadia Benali'],
    ] as const) {
      const page = await offered(typed, name);

      await press('Enter');
      await page.type('x');

      expect(page.text).to.equal(`${typed}\nx`);
      ComposerPage.close();
    }
  });

  it('keeps the punctuation around a mention that it completes', async () => {
    for (const [before, typed, after, expected] of [
      ['cc ', '@nadia ben.', '', 'cc @nadia.benali.'],
      ['(', '@nadia', ')', '(@nadia.benali)'],
      ['« ', '@nadia', ' »', '« @nadia.benali »'],
      ['', '@nadia', ', merci', '@nadia.benali, merci'],
      ['请', '@nadia', '。', '请@nadia.benali。'],
      ['', '@nadia', '\nand', '@nadia.benali\nand'],
    ] as const) {
      const page = await ComposerPage.focused({ value: before + after });
      page.field.setSelectionRange(before.length, before.length);
      await page.type(typed);
      await page.until(() => page.people.includes('Nadia Benali'), 'Nadia Benali is offered');
      while (page.activePerson !== 'Nadia Benali') await press('ArrowDown');

      await press('Tab');

      expect(page.text).to.equal(expected);
      ComposerPage.close();
    }
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

    page.tool('Mention someone').click();
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

  it('takes nobody whom the text does not name any more, however fast one types on', async () => {
    const network = new Network();
    const page = await offered('@nadia', 'Nadia Benali');
    const release = network.hold();

    await page.type('xyz');
    await press('Enter');
    release();
    network.restore();

    expect(page.text).to.equal('@nadiaxyz\n');
  });

  it('keeps those in view whom the next letters name too, while it asks for others', async () => {
    const network = new Network();
    const page = await offered('@nad', 'Nadia Benali');
    const release = network.hold();

    await page.type('ia');
    await page.until(() => network.count('Mentionable') > 1, 'it asks again');

    expect(page.people).to.include('Nadia Benali');
    expect(page.activePerson).to.equal(page.people[0]);
    release();
    network.restore();
  });

  it('forgets an answer that comes after a later one', async () => {
    const network = new Network();
    let release!: () => void;
    const released = new Promise<void>((resolve) => (release = resolve));
    let isHere = false;
    let isRead = false;
    network.intercept = async ({ operations }, pass) => {
      const answer = await pass();
      if (operations[0]!.variables['query'] !== 'stéphanie') return answer;
      // Here before it could be called back, and read late.
      const body: unknown = await answer.json();
      isHere = true;
      await released;
      const late = Response.json(body);
      const read = late.json.bind(late);
      late.json = () => read().finally(() => (isRead = true));
      return late;
    };
    const page = await ComposerPage.focused();
    await page.type('@stéphanie');
    await page.until(() => isHere, 'the answer is here');
    await press('Backspace', 9);
    await page.type('nadia');
    await page.until(() => page.people.includes('Nadia Benali'), 'the later answer is shown');

    release();
    await page.until(() => isRead, 'the late answer is read');
    await nextFrame();
    await nextFrame();
    network.restore();

    expect(page.people).to.include('Nadia Benali');
    expect(page.people.join()).not.to.contain('Stéphanie');
  });

  it('opens at the line of the caret, and inside of the window', async () => {
    const page = await ComposerPage.focused({ value: 'Ask\n'.repeat(12) });
    page.field.setSelectionRange(3, 3);
    await page.type(' @nadia');
    await page.until(() => page.people.includes('Nadia Benali'), 'Nadia Benali is offered');

    const field = page.field.getBoundingClientRect();
    const { top, left, right } = page.find('.mentions')!.getBoundingClientRect();
    expect(top).to.be.within(field.top + 20, field.top + 60);
    expect(left).to.be.within(field.left + 30, field.left + 80);
    expect(right).to.be.at.most(innerWidth);
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
