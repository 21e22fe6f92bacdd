import { expect } from '@open-wc/testing';
import type { ComposerSubmitEvent } from '@parvis/composer';
import { ParvisError } from '@parvis/core';
import { Network } from '../../support/browser/network.ts';
import { startServer, type TestServer } from '../../support/browser/server.ts';
import { ComposerPage } from '../../support/pages/composer-page.ts';

describe('draft of a composer', () => {
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

  const reopen = async (draftKey: string) => {
    ComposerPage.close();
    return ComposerPage.open({ draftKey });
  };

  it('is there again after the page was loaded again, until it is sent', async () => {
    let page = await ComposerPage.focused({ draftKey: 'one' });
    await page.type('To be continued');

    page = await reopen('one');
    await page.until(() => page.text === 'To be continued', 'the draft is there');
    await page.focus();
    await page.send();
    await page.until(() => !page.text, 'it is sent');
    page = await reopen('one');
    await page.focus();

    expect(page.text).to.equal('');
  });

  it('stays when it could not be sent', async () => {
    let page = await ComposerPage.focused({ draftKey: 'two' });
    onSubmit(page, (event) => event.waitUntil(Promise.reject(new ParvisError('OFFLINE'))));
    await page.type('For later');
    await page.send();
    await page.until(() => page.notice, 'it says why');

    page = await reopen('two');

    await page.until(() => page.text === 'For later', 'the draft is there');
  });

  it('belongs to one subject', async () => {
    let page = await ComposerPage.focused({ draftKey: 'three' });
    await page.type('About three');

    page = await reopen('four');
    await page.focus();

    expect(page.text).to.equal('');
  });

  it('stays with its subject when the page goes on to another', async () => {
    const page = await ComposerPage.focused({ draftKey: 'six' });
    await page.type('About six');

    page.element.draftKey = 'seven';
    await page.until(() => !page.text, 'the field is empty');
    await page.type('About seven');
    page.element.draftKey = 'six';

    await page.until(() => page.text === 'About six', 'the draft is there');
  });

  it('is kept where the page goes on before it is known who writes', async () => {
    const network = new Network();
    const release = network.hold();
    const page = await ComposerPage.focused({ draftKey: 'ten' });
    await page.type('About ten');

    page.element.draftKey = 'eleven';
    await page.until(() => !page.text, 'the field is empty');
    release();
    await page.until(() => localStorage.getItem('parvis:draft:paul.lefevre:ten') === 'About ten', 'it is kept');
    page.element.draftKey = 'ten';

    await page.until(() => page.text === 'About ten', 'the draft is there');
    network.restore();
  });

  it('is forgotten when it was sent, and no other, even when the page has gone on to another', async () => {
    let page = await ComposerPage.focused({ draftKey: 'eight' });
    let finish!: () => void;
    onSubmit(page, (event) => event.waitUntil(new Promise<void>((resolve) => (finish = resolve))));
    await page.type('About eight');
    await page.send();
    await page.until(() => page.isSending, 'it sends');

    page.element.draftKey = 'nine';
    await page.until(() => !page.text && !page.isSending, 'the field is empty');
    await page.type('About nine');
    finish();
    await page.until(() => !localStorage.getItem('parvis:draft:paul.lefevre:eight'), 'the draft is forgotten');

    expect(page.text).to.equal('About nine');
    page = await reopen('nine');
    await page.until(() => page.text === 'About nine', 'the other draft is there');
  });

  it('is forgotten when it was sent before it is known who writes', async () => {
    localStorage.setItem('parvis:draft:paul.lefevre:twelve', 'Begun the day before');
    const network = new Network();
    const release = network.hold();
    let page = await ComposerPage.focused({ draftKey: 'twelve' });
    onSubmit(page, () => {});
    await page.type('Quick');
    await page.send();
    await page.until(() => !page.text, 'it is sent');

    release();
    await page.until(() => !localStorage.getItem('parvis:draft:paul.lefevre:twelve'), 'the draft is forgotten');
    expect(page.text).to.equal('');
    network.restore();

    page = await reopen('twelve');
    await page.focus();
    expect(page.text).to.equal('');
  });

  it('is forgotten when it was sent, wherever the page has gone on to before it is known who writes', async () => {
    const network = new Network();
    const release = network.hold();
    const page = await ComposerPage.focused({ draftKey: 'thirteen' });
    let finish!: () => void;
    onSubmit(page, (event) => event.waitUntil(new Promise<void>((resolve) => (finish = resolve))));
    await page.type('Quick');
    await page.send();
    await page.until(() => page.isSending, 'it sends');
    page.element.draftKey = 'fourteen';
    await page.until(() => !page.text && !page.isSending, 'the field is empty');

    release();
    await page.until(() => localStorage.getItem('parvis:draft:paul.lefevre:thirteen') === 'Quick', 'it is kept');
    finish();

    await page.until(() => !localStorage.getItem('parvis:draft:paul.lefevre:thirteen'), 'the draft is forgotten');
    network.restore();
  });

  it('belongs to one person, whoever uses the same browser', async () => {
    let page = await ComposerPage.focused({ draftKey: 'five' });
    await page.type('Between us');

    server.signIn('nadia.benali');
    page = await reopen('five');
    await page.focus();

    expect(page.text).to.equal('');
  });
});
