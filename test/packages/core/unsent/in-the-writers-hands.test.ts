import { expect } from '@open-wc/testing';
import { startServer, type TestServer } from '../../../support/browser/server.ts';
import { hasFocus } from '../../../support/pages/shadow-dom.ts';
import { lock, pageId, writeComments } from '../../comment-thread/thread-writing.ts';
import { changeKept, kept } from './kept-texts.ts';
import { OfflineThread } from './offline-thread.ts';

const DAY = 24 * 60 * 60 * 1_000;

describe('unsent texts in the hands of their writer', () => {
  let server: TestServer;
  let page: OfflineThread;

  before(async () => (server = await startServer()));
  beforeEach(() => (page = new OfflineThread(server)));
  afterEach(() => page.close());

  it('say why the server does not take them, and are never dropped', async () => {
    await page.writeOffline('Too late');
    page.network.intercept = ({ operations }) =>
      operations.some(({ query }) => query.includes('WhoAsks')) ? Promise.reject(new TypeError('Cut')) : undefined;
    await lock(server.client('ines.carpentier'), await pageId(server.client(), page.subject));

    page.goOnline();
    await page.unsent.until(() => page.unsent.state === 'Not sent. This discussion is closed.', 'it says why');
    await page.open();

    await page.unsent.untilOnly('Too late');
    expect(page.unsent.state).to.equal('Not sent. This discussion is closed.');
    expect(page.unsent.buttons).to.eql(['Copy', 'Edit']);
    page.unsent.button('Edit').click();
    await page.unsent.until(() => page.unsent.field && hasFocus(page.unsent.field), 'it can be changed');
    page.unsent.button('Discard').click();
    await page.unsent.untilNone();
    expect(kept()).to.eql([]);
  });

  it('go back to the empty field, and stay the same text there', async () => {
    await page.openOnline();
    await page.thread.composer.type('On second thoughts');
    page.loseAnswers();
    await page.thread.composer.send();
    await page.unsent.untilOnly('On second thoughts');

    page.unsent.button('Edit').click();
    await page.unsent.untilNone();
    expect(page.thread.composer.text).to.equal('On second thoughts');
    expect(hasFocus(page.thread.composer.field)).to.equal(true);
    page.network.intercept = undefined;
    await page.thread.composer.send();
    await page.thread.untilComment('On second thoughts');

    expect(await page.stored()).to.eql(['On second thoughts']);
  });

  it('can be changed in place where the field has another text', async () => {
    await page.writeOffline('Frist');
    await page.thread.composer.type('Second');

    page.unsent.button('Edit').click();
    await page.unsent.until(() => page.unsent.field && hasFocus(page.unsent.field), 'it can be changed');
    page.unsent.field!.value = 'First';
    page.unsent.field!.dispatchEvent(new InputEvent('input', { bubbles: true }));
    page.goOnline();
    await page.open();
    await page.unsent.untilOnly('First');
    page.unsent.button('Send now').click();
    await page.thread.untilComment('First');
    await page.unsent.untilNone();

    expect(await page.stored()).to.eql(['First']);
    await page.thread.until(() => page.thread.composer.text === 'Second', 'the other text is there');
  });

  it('are left to their writer once the server may have forgotten them', async () => {
    await page.writeOffline('Yesterday');
    changeKept((text) => ({ ...text, writtenAt: text.writtenAt - DAY }));

    page.network.intercept = undefined;
    await page.open();
    await page.unsent.until(() => page.unsent.state.startsWith('Waiting since yesterday.'), 'it says so');
    await page.thread.until(() => page.thread.title, 'the thread is there');
    expect(await page.stored()).to.eql([]);
    page.unsent.button('Send now').click();
    await page.thread.untilComment('Yesterday');

    expect(await page.stored()).to.eql(['Yesterday']);
  });

  it('are said to end with the page where the browser keeps nothing', async () => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('Full', 'QuotaExceededError');
    };
    try {
      await page.writeOffline('Fleeting');
      expect(page.unsent.state).to.contain('This browser cannot store it');

      page.goOnline();
      await page.unsent.untilNone();
    } finally {
      Storage.prototype.setItem = setItem;
    }
    expect(await page.stored()).to.eql(['Fleeting']);
  });

  it('are fifty at most; what is too many stays in the field', async () => {
    await page.writeOffline('One of fifty');
    const [text] = kept();
    for (let i = 1; i < 50; i++) {
      const id = `filler-${i}`;
      localStorage.setItem(`parvis:unsent:${server.endpoint}:${id}`, JSON.stringify({ ...text, id, place: 'else' }));
    }

    await page.thread.composer.type('One too many');
    await page.thread.composer.send();
    await page.thread.until(() => page.thread.composer.notice, 'it says why');

    expect(page.thread.composer.text).to.equal('One too many');
    expect(kept().length).to.equal(50);
  });

  it('are the changes of a comment, too: they are there again when it is edited', async () => {
    const id = await pageId(server.client(), page.subject);
    await writeComments(server.client('paul.lefevre'), id, 'As it was');
    const edit = async () => {
      await page.openOnline();
      const comment = await page.thread.untilComment('As it was');
      await comment.choose('Edit');
      await page.thread.until(() => comment.composer && hasFocus(comment.composer.field), 'it can be edited');
      return comment.composer!;
    };
    let composer = await edit();
    await composer.type(' and is');
    page.network.cut();
    await composer.send();
    await page.thread.until(() => composer.notice, 'it says why');

    page.network.intercept = undefined;
    composer = await edit();
    await page.thread.until(() => composer.text === 'As it was and is', 'the changes are there');
    composer.button('Cancel')!.click();
    composer = await edit();

    await page.thread.until(() => composer.text === 'As it was', 'what was given up is not there');
  });
});
