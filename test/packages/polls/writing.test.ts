import '@parvis/loader/start.js';
import { expect } from '@open-wc/testing';
import { startServer, uniqueKey, type TestServer } from '../../support/browser/server.ts';
import { ActivityWallPage, press } from '../../support/pages/activity-wall-page.ts';
import { findAll, focused, readText } from '../../support/pages/shadow-dom.ts';

describe('poll: writing one', () => {
  let server: TestServer;
  let wall: string;

  before(async () => (server = await startServer()));
  beforeEach(() => {
    wall = `page:${uniqueKey()}`;
    server.signIn('nadia.benali');
  });
  afterEach(() => {
    ActivityWallPage.close();
    localStorage.clear();
  });

  const editor = (page: ActivityWallPage) => page.find('parvis-poll-editor');
  const answers = (page: ActivityWallPage) => findAll<HTMLInputElement>(editor(page)!, '.answer');
  const button = (page: ActivityWallPage, label: string) =>
    findAll<HTMLButtonElement>(page.find('parvis-post-form')!, 'button').find((it) =>
      `${it.textContent} ${it.ariaLabel}`.includes(label),
    );
  const type = (field: HTMLInputElement, text: string) => {
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  };

  const begun = async () => {
    const page = await (await ActivityWallPage.open({ wall })).loaded();
    page.textarea!.focus();
    await page.until(() => button(page, 'Add a poll'), 'a poll is offered');
    button(page, 'Add a poll')!.click();
    await page.until(() => editor(page) && focused() === answers(page)[0], 'the first answer can be written');
    return page;
  };

  it('puts a question with its answers on the wall', async () => {
    const page = await begun();
    await expect(page.element).to.be.accessible();
    type(answers(page)[0]!, '9 h');
    type(answers(page)[1]!, '11 h');

    await page.write('When?');

    await page.until(() => page.find('parvis-poll')?.shadowRoot?.querySelector('fieldset'), 'one can vote');
    expect(readText(page.find('parvis-poll')!))
      .to.contain('9 h')
      .and.contain('11 h');
    expect(editor(page)).to.equal(undefined);
  });

  it('adds and removes answers by the keyboard', async () => {
    const page = await begun();
    type(answers(page)[0]!, '9 h');
    answers(page)[1]!.focus();
    type(answers(page)[1]!, '11 h');

    await press('Enter');
    await page.until(() => focused() === answers(page)[2], 'there is a third');
    await press('Backspace');

    await page.until(() => focused() === answers(page)[1], 'it is gone again');
    expect(answers(page).map(({ value }) => value)).to.eql(['9 h', '11 h']);
  });

  it('says what is missing, and where', async () => {
    const page = await begun();
    type(answers(page)[0]!, '9 h');
    await page.write('When?');
    await page.until(() => readText(editor(page)!).includes('Write at least two answers.'), 'it is said');
    await page.until(() => focused() === answers(page)[1], 'the focus is there');

    type(answers(page)[1]!, '9 h');

    await page.until(() => readText(editor(page)!).includes('This answer is there already.'), 'another is said');
    await expect(page.element).to.be.accessible();
    expect(page.textarea!.value).to.equal('When?');
  });

  it('is there again when the page is loaded again', async () => {
    let page = await begun();
    type(answers(page)[0]!, '9 h');
    type(answers(page)[1]!, '11 h');
    await page.until(() => Object.values(localStorage).some((kept) => String(kept).includes('11 h')), 'it is kept');

    ActivityWallPage.close();
    page = await (await ActivityWallPage.open({ wall })).loaded();
    page.textarea!.focus();

    await page.until(() => editor(page) && answers(page)[1]?.value === '11 h', 'it is there again');
  });
});
