import { expect } from '@open-wc/testing';
import { configureParvis } from '@parvis/core';
import { forgetToken } from '@parvis/core/client/kept-tokens.js';
import { startServer, type TestServer } from '../../../support/browser/server.ts';
import { announced, hasFocus } from '../../../support/pages/shadow-dom.ts';
import { UnsentPage } from '../../../support/pages/unsent-page.ts';
import { pageId, writeComments } from '../../comment-thread/thread-writing.ts';
import { kept } from './kept-texts.ts';
import { OfflineThread } from './offline-thread.ts';

describe('unsent texts', () => {
  let server: TestServer;
  let page: OfflineThread;

  before(async () => (server = await startServer()));
  beforeEach(() => (page = new OfflineThread(server)));
  afterEach(() => page.close());

  /** A text of Paul, on a page that goes on where somebody else has signed in by another tab; answers how they do. */
  const keptOnSharedPhone = async (text: string) => {
    let handle = 'paul.lefevre';
    const getToken = () => server.as(handle)();
    configureParvis({ endpoint: server.endpoint, getToken });
    await page.show();
    await page.sendOffline(text);
    return (other: string) => {
      handle = other;
      // The token of Paul has come to its end.
      forgetToken(getToken);
    };
  };

  it('are shown, and sent when the network is back', async () => {
    await page.writeOffline('Written in the basement');

    expect(page.unsent.state).to.equal('Not sent yet. It will be sent when you are back online.');
    expect(page.thread.composer.text).to.equal('');
    expect(page.thread.composer.notice).to.equal('');
    expect(hasFocus(page.thread.composer.field)).to.equal(true);
    await page.thread.until(() => announced().startsWith('Not sent yet.'), 'it is said');
    page.goOnline();
    await page.thread.untilComment('Written in the basement');
    await page.unsent.untilNone();

    await page.thread.until(() => announced() === 'Your text has been sent.', 'it is said');
    expect(await page.stored()).to.eql(['Written in the basement']);
    expect(kept()).to.eql([]);
  });

  it('are sent without anybody doing anything once the server answers again', async () => {
    await page.writeOffline('Patience');

    page.network.intercept = undefined;
    await page.unsent.untilNone();

    expect(await page.stored()).to.eql(['Patience']);
  });

  it('are there again on a page that is loaded without the network, and sent from it', async () => {
    await page.writeOffline('Still here');

    await page.open();
    await page.thread.until(() => page.thread.notice, 'there is no network');
    await page.unsent.untilOnly('Still here');
    page.goOnline();
    await page.thread.until(() => !kept().length, 'it is sent');

    expect(await page.stored()).to.eql(['Still here']);
  });

  it('are sent once, whatever answers were lost', async () => {
    await page.openOnline();
    await page.thread.composer.type('Only once');
    page.loseAnswers();
    await page.thread.composer.send();
    await page.unsent.untilOnly('Only once');

    await page.open();
    page.goOnline();
    await page.thread.untilComment('Only once');
    await page.unsent.untilNone();

    expect(await page.stored()).to.eql(['Only once']);
    expect(page.thread.comments.length).to.equal(1);
  });

  it('are kept where the page cannot even get its token', async () => {
    let isOffline = false;
    const getToken = () => (isOffline ? Promise.reject(new TypeError('Failed to fetch')) : server.as('paul.lefevre')());
    configureParvis({ endpoint: server.endpoint, getToken });
    await page.show();
    await page.thread.until(() => page.thread.canComment, 'one can comment');
    await page.thread.composer.type('Without a token');

    isOffline = true;
    forgetToken(getToken);
    await page.thread.composer.send();
    await page.unsent.untilOnly('Without a token');
    isOffline = false;
    page.goOnline();
    await page.unsent.untilNone();

    expect(await page.stored()).to.eql(['Without a token']);
  });

  it('are sent in the order in which they were written', async () => {
    await page.writeOffline('One');
    await page.thread.composer.type('Two');
    await page.thread.composer.send();
    await page.unsent.untilOnly('One,Two');

    page.goOnline();
    await page.unsent.untilNone();

    expect(await page.stored()).to.eql(['One', 'Two']);
  });

  it('are neither seen nor sent by somebody else who uses the same browser', async () => {
    await page.writeOffline('Between us');

    page.network.intercept = undefined;
    await page.openOnline('nadia.benali');
    const asked = page.network.count('WhoAsks');
    dispatchEvent(new Event('online'));
    await page.thread.composer.type('Mine');
    await page.thread.composer.send();
    await page.thread.until(() => !page.thread.composer.text, 'it is sent');

    expect(page.unsent.texts).to.eql([]);
    expect(page.network.count('WhoAsks')).to.equal(asked);
    expect(await page.stored()).to.eql(['Mine']);
    await page.openOnline();
    await page.thread.untilComment('Between us');
    expect(await page.stored()).to.eql(['Mine', 'Between us']);
  });

  it('are not sent as whoever has signed in by another tab in the meantime', async () => {
    const signIn = await keptOnSharedPhone('As myself');

    signIn('nadia.benali');
    page.goOnline();
    await page.unsent.untilNone();

    expect(await page.stored()).to.eql([]);
    expect(kept().map(({ input }) => input.body)).to.eql(['As myself']);
  });

  it('are not sent as whoever signs in by another tab between the question who asks and the sending', async () => {
    const signIn = await keptOnSharedPhone('As myself');
    const sent = page.network.count('AddComment(');

    dispatchEvent(new Event('online'));
    page.network.intercept = async ({ operations }, pass) => {
      const response = await pass();
      if (operations.some(({ query }) => query.includes('WhoAsks'))) signIn('nadia.benali');
      return response;
    };
    await page.thread.until(() => page.network.count('AddComment(') > sent, 'it is sent');
    await page.unsent.untilNone();

    expect(await page.stored()).to.eql([]);
    expect(kept().map(({ input }) => input.body)).to.eql(['As myself']);
  });

  it('stand below the comment that they answer and, later, with the thread', async () => {
    const id = await pageId(server.client(), page.subject);
    await writeComments(server.client('nadia.benali'), id, 'A question');
    await page.openOnline();
    const question = await page.thread.untilComment('A question');
    const composer = await question.startReply();
    await composer.type('An answer');
    page.network.cut();
    await composer.send();
    await new UnsentPage(question.element).untilOnly('An answer');
    expect(page.unsent.texts).to.eql(['An answer']);

    await page.open();
    await page.unsent.untilOnly('An answer');
    expect(page.unsent.items[0]!.textContent).to.contain('Reply to Nadia Benali');
    page.goOnline();
    await page.thread.untilComment('A question');
    await page.unsent.untilNone();

    await page.thread.until(() => page.thread.comment('A question').replies.includes('An answer'), 'it is answered');
  });

  it('speak French where the page does', async () => {
    await page.writeOffline('Bonjour');

    await page.open('paul.lefevre', 'fr');

    await page.unsent.untilOnly('Bonjour');
    await page.unsent.until(() => page.unsent.buttons.includes('Modifier'), 'it speaks French');
    expect(page.unsent.state).to.equal('Pas encore envoyé. L’envoi se fera au retour du réseau.');
  });

  it('are no drafts any more', async () => {
    await page.openOnline();
    await page.thread.composer.type('On its way');
    const release = page.network.hold();

    await page.thread.composer.send();
    await page.thread.until(() => kept().length, 'it is kept');

    const drafts = Object.keys(localStorage).filter((key) => key.startsWith('parvis:draft:'));
    expect(drafts).to.eql([]);
    release();
    await page.thread.until(() => !kept().length, 'it is sent');
  });
});
