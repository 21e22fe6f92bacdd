import { expect } from '@open-wc/testing';
import type { ComposerSubmitEvent } from '@parvis/composer';
import { ParvisError } from '@parvis/core';
import { startServer, type TestServer } from '../../support/browser/server.ts';
import { ComposerPage } from '../../support/pages/composer-page.ts';
import { press } from '../../support/pages/keyboard.ts';
import { announced, focused } from '../../support/pages/shadow-dom.ts';

describe('composer', () => {
  let server: TestServer;
  before(async () => (server = await startServer()));
  beforeEach(() => server.signIn('paul.lefevre'));
  afterEach(() => {
    ComposerPage.close();
    localStorage.clear();
  });

  /** What the page around does with what is sent. */
  const onSubmit = (page: ComposerPage, take: (event: ComposerSubmitEvent) => void) =>
    page.element.addEventListener('parvis-composer-submit', take);

  it('has the height of its first paint before and after its buttons come', async () => {
    const page = await ComposerPage.open();
    const before = page.element.getBoundingClientRect().height;

    await page.focus();

    expect(page.element.getBoundingClientRect().height).to.equal(before);
  });

  it('grows with its text', async () => {
    const page = await ComposerPage.focused();
    const before = page.field.offsetHeight;

    await page.type('one\ntwo\nthree\nfour\nfive');

    expect(page.field.offsetHeight).to.be.greaterThan(before + 40);
  });

  it('sends by its button and by Control+Enter, then is empty again and keeps the keyboard', async () => {
    const page = await ComposerPage.focused();
    const sent: string[] = [];
    onSubmit(page, ({ body }) => sent.push(body));

    await page.type('First');
    page.submit.click();
    await page.until(() => !page.text, 'the field is empty');
    await page.type('Second');
    await page.send();
    await page.until(() => !page.text, 'the field is empty');

    expect(sent).to.eql(['First', 'Second']);
    expect(focused()).to.equal(page.field);
  });

  it('sends nothing but white space', async () => {
    const page = await ComposerPage.focused();
    let count = 0;
    onSubmit(page, () => count++);

    await page.type('  \n ');
    await page.send();
    page.submit.click();

    expect(page.canSend).to.equal(false);
    expect(count).to.equal(0);
  });

  it('says why it does not send what is empty or too long, and takes the keyboard to the field', async () => {
    const page = await ComposerPage.focused({ maxLength: 10 });

    page.submit.focus();
    await press('Enter');
    expect(page.left).to.equal('Write something first.');
    expect(page.field.getAttribute('aria-describedby')).to.equal('left');
    expect(focused()).to.equal(page.field);
    await page.type('Enough');
    expect(page.left).to.equal('');
    await page.type(' is enough');
    await page.send();

    expect(page.left).to.equal('6 characters too many');
    await page.until(() => announced() === '6 characters too many', 'it is said');
  });

  it('shows that it sends, and does not send twice', async () => {
    const page = await ComposerPage.focused();
    let count = 0;
    let finish!: () => void;
    onSubmit(page, (event) => {
      count++;
      event.waitUntil(new Promise<void>((resolve) => (finish = resolve)));
    });

    await page.type('Once');
    await page.send();
    await page.send();
    await page.until(() => page.isSending, 'it sends');

    expect(count).to.equal(1);
    expect(page.text).to.equal('Once');
    expect(page.submit.textContent.trim()).to.equal('Sending…');
    finish();
    await page.until(() => !page.isSending && !page.text, 'it is sent');
  });

  it('keeps the text and says why when it could not be sent, and sends it when asked again', async () => {
    const page = await ComposerPage.focused();
    const bodies: string[] = [];
    onSubmit(page, (event) => {
      const failure = bodies.length ? Promise.resolve() : Promise.reject(new ParvisError('UNAVAILABLE'));
      bodies.push(event.body);
      event.waitUntil(failure);
    });

    await page.type('Precious');
    await page.send();
    await page.until(() => page.notice, 'it says why');

    expect(page.text).to.equal('Precious');
    expect(page.notice).to.contain('The server is unavailable right now.');
    page.button('Try again')!.click();
    await page.until(() => !page.text && !page.notice, 'it is sent');
    expect(bodies).to.eql(['Precious', 'Precious']);
  });

  it('says nothing about a text whose sending was cancelled, and keeps it', async () => {
    const page = await ComposerPage.focused();
    onSubmit(page, (event) => {
      event.preventDefault();
      event.waitUntil(Promise.reject(new ParvisError('INVALID')));
    });

    await page.type('Not yet');
    await page.send();
    await page.until(() => page.canSend, 'it can be sent');

    expect(page.text).to.equal('Not yet');
    expect(page.notice).to.equal('');
  });

  it('tells how much is left before the limit, and does not send what is too long', async () => {
    const page = await ComposerPage.focused({ maxLength: 40 });

    await page.type('x'.repeat(30));
    expect(page.left).to.equal('');
    await page.type('x'.repeat(8));
    expect(page.left).to.equal('2 characters left');
    expect(page.canSend).to.equal(true);
    await page.type('x'.repeat(3));

    expect(page.left).to.equal('1 character too many');
    expect(page.field.getAttribute('aria-describedby')).to.equal('left');
    expect(page.field.ariaInvalid).to.equal('true');
    expect(page.canSend).to.equal(false);
  });

  it('starts from a text that is to be edited', async () => {
    const page = await ComposerPage.open({ value: 'As it was' });

    expect(page.text).to.equal('As it was');
  });

  it('gives up by its button and by Escape, unless a changed text would be lost', async () => {
    const page = await ComposerPage.focused({ cancelable: true, value: 'As it was' });
    let cancelled = 0;
    page.element.addEventListener('parvis-composer-cancel', () => cancelled++);

    await press('Escape');
    expect(cancelled).to.equal(1);
    await page.type(' and is');
    await press('Escape');
    expect(cancelled).to.equal(1);
    page.button('Cancel')!.click();

    expect(cancelled).to.equal(2);
  });

  it('speaks French where the page does', async () => {
    const page = await ComposerPage.focused({ cancelable: true, maxLength: 10 }, { lang: 'fr' });

    await page.type('Bonjour à t');

    await page.until(() => page.left === '1 caractère de trop', 'it speaks French');
    expect(page.button('Annuler')).to.exist;
    expect(page.tool('Gras')).to.exist;
  });
});
