import { expect } from '@open-wc/testing';
import { startServer } from '../../support/browser/server.ts';
import { ComposerPage } from '../../support/pages/composer-page.ts';
import { press } from '../../support/pages/keyboard.ts';
import { focused } from '../../support/pages/shadow-dom.ts';

describe('formatting bar', () => {
  before(async () => (await startServer()).signIn('paul.lefevre'));
  afterEach(() => ComposerPage.close());

  /** What becomes of `text` with `part` selected. */
  const formatted = async (text: string, part: string, tool: string) => {
    const page = await ComposerPage.focused({ value: text });
    page.select(part);
    page.tool(tool).click();
    return page;
  };

  it('makes what is selected bold, and plain again', async () => {
    const page = await formatted('This matters.', 'matters', 'Bold');

    expect(page.text).to.equal('This **matters**.');
    expect(page.selection).to.equal('matters');
    page.tool('Bold').click();
    expect(page.text).to.equal('This matters.');
    expect(page.selection).to.equal('matters');
  });

  it('makes whole words bold or italic, as one reads them: inside a word marks mean nothing', async () => {
    const cases = [
      ['This matters.', 'atte', 'Bold', 'This **matters**.'],
      ['deux mots entiers', 'ux mo', 'Bold', '**deux mots** entiers'],
      ['l’été 2026', 'té 20', 'Italic', 'l’_été 2026_'],
      ['이것은 중요합니다', '중요', 'Bold', '이것은 **중요**합니다'],
    ] as const;
    for (const [text, part, tool, expected] of cases) {
      const page = await formatted(text, part, tool);
      expect(page.text).to.equal(expected);
      page.tool(tool).click();
      expect(page.text).to.equal(text);
      ComposerPage.close();
    }
  });

  it('strikes through', async () => {
    const page = await formatted('At noon at one', 'At noon', 'Strikethrough');

    expect(page.text).to.equal('~~At noon~~ at one');
  });

  it('takes marks away that were selected with their words', async () => {
    const page = await formatted('This **matters**.', '**matters**', 'Bold');

    expect(page.text).to.equal('This matters.');
    expect(page.selection).to.equal('matters');
  });

  it('sets one mark inside of another', async () => {
    const page = await formatted('This matters.', 'matters', 'Bold');
    page.tool('Italic').click();
    expect(page.text).to.equal('This **_matters_**.');

    page.tool('Italic').click();

    expect(page.text).to.equal('This **matters**.');
  });

  it('marks each line by itself, since marks end with their paragraph', async () => {
    const page = await formatted('- bread\n- cheese\n\nand wine', '- bread\n- cheese\n\nand wine', 'Bold');

    expect(page.text).to.equal('- **bread**\n- **cheese**\n\n**and wine**');
    page.tool('Bold').click();
    expect(page.text).to.equal('- bread\n- cheese\n\nand wine');
  });

  it('makes several lines a block of code, and plain again', async () => {
    const page = await formatted('Run\nnpm ci\nnpm test\nthen', 'npm ci\nnpm test', 'Code');

    expect(page.text).to.equal('Run\n```\nnpm ci\nnpm test\n```\nthen');
    page.tool('Code').click();
    expect(page.text).to.equal('Run\nnpm ci\nnpm test\nthen');
  });

  it('leaves spaces outside of the marks, where they would undo them', async () => {
    const page = await formatted('This matters a lot', ' matters ', 'Italic');

    expect(page.text).to.equal('This _matters_ a lot');
  });

  it('puts the caret between the marks when nothing is selected', async () => {
    const page = await formatted('', '', 'Code');

    await page.type('npm test');

    expect(page.text).to.equal('`npm test`');
  });

  it('starts every selected line as an item of a list, and takes it back', async () => {
    const page = await formatted('Buy:\nbread\ncheese', 'bread\nche', 'List');

    expect(page.text).to.equal('Buy:\n- bread\n- cheese');
    page.tool('List').click();
    expect(page.text).to.equal('Buy:\nbread\ncheese');
  });

  it('quotes the line of the caret', async () => {
    const page = await formatted('they said\nwell', 'said', 'Quote');

    expect(page.text).to.equal('> they said\n\nwell');
    page.tool('Quote').click();
    expect(page.text).to.equal('they said\n\nwell');
  });

  it('links words, with the address to be typed, and addresses, with the words to be typed', async () => {
    const words = await formatted('See the plan.', 'the plan', 'Link');
    expect(words.text).to.equal('See [the plan](https://).');
    expect(words.selection).to.equal('https://');
    ComposerPage.close();

    const address = await formatted('https://example.org/plan', 'https://example.org/plan', 'Link');
    await address.type('the plan');
    expect(address.text).to.equal('[the plan](https://example.org/plan)');
  });

  it('has the shortcuts that they have everywhere', async () => {
    const page = await ComposerPage.focused({ value: 'one two' });

    page.select('one');
    await press('Control+b');
    page.select('two');
    await press('Control+i');

    expect(page.text).to.equal('**one** _two_');
  });

  it('can be undone as typing can', async () => {
    const page = await formatted('one two', 'one', 'Bold');

    await press('Control+z');

    expect(page.text).to.equal('one two');
  });

  it('is one stop for Tab, with the arrows from button to button', async () => {
    const page = await ComposerPage.focused();

    await press('Tab');
    expect(focused().ariaLabel).to.equal('Bold');
    await press('ArrowRight', 2);
    expect(focused().ariaLabel).to.equal('Strikethrough');
    await press('ArrowLeft');
    expect(focused().ariaLabel).to.equal('Italic');
    await press('End');
    expect(focused().ariaLabel).to.equal('Mention someone');
    await press('ArrowRight');
    expect(focused().ariaLabel).to.equal('Bold');
    await press('Tab');

    expect(focused()).to.equal(page.submit);
    await press('Shift+Tab');
    expect(focused().ariaLabel).to.equal('Bold');
  });

  it('turns its arrows around where one reads from right to left', async () => {
    await ComposerPage.focused({}, { dir: 'rtl' });

    await press('Tab');
    await press('ArrowLeft');

    expect(focused().ariaLabel).to.equal('Italic');
  });

  it('formats by keyboard and gives the keyboard back to the text', async () => {
    const page = await ComposerPage.focused({ value: 'one' });
    page.select('one');

    await press('Tab');
    await press('Enter');

    expect(page.text).to.equal('**one**');
    expect(focused()).to.equal(page.field);
  });
});
