import { expect } from '@open-wc/testing';
import { Network } from '../../support/browser/network.ts';
import { startServer, uniqueKey, type TestServer } from '../../support/browser/server.ts';
import { CommentThreadPage } from '../../support/pages/comment-thread-page.ts';
import { press } from '../../support/pages/keyboard.ts';
import { findAll, hasFocus, textOf } from '../../support/pages/shadow-dom.ts';
import { pageId, writeComments } from './thread-writing.ts';

const rest = 'Le 3 décembre, Le Fil a écrit :\n> Répondez au-dessus';

describe('comment thread: the rest of a mail', () => {
  let server: TestServer;
  let network: Network;
  let subject: string;

  before(async () => (server = await startServer()));
  beforeEach(async () => {
    server.signIn('nadia.benali');
    subject = uniqueKey();
    network = new Network();
    await writeComments(server.client('nadia.benali'), await pageId(server.client(), subject), 'Sent by mail');
  });
  afterEach(() => {
    CommentThreadPage.close();
    network.restore();
  });

  /** The thread, with a comment that came by mail; its server knows none, as no mail server stands beside it. */
  const open = async (lang = 'en') => {
    network.intercept = async ({ operations }, pass) => {
      const text = await (await pass()).text();
      const changed = operations.some(({ query }) => query.includes('query MailRest'))
        ? text.replace('"viewerMailRest":null', `"viewerMailRest":${JSON.stringify(rest)}`)
        : text.replaceAll('"viewerHasMailRest":false', '"viewerHasMailRest":true');
      return new Response(changed, { headers: { 'content-type': 'application/json' } });
    };
    const thread = await CommentThreadPage.ready({ subject, lang });
    const within = (selector: string) => findAll(thread.find('parvis-mail-rest') ?? document.body, selector)[0];
    await thread.until(() => thread.find('parvis-mail-rest') && within('button'), 'there is more of the mail');
    return { thread, button: within('button') as HTMLButtonElement, rest: () => within('.text') };
  };

  it('is read when its author opens it by keyboard, and hidden again', async () => {
    const { thread, button, rest: shown } = await open();
    expect([textOf(button), button.ariaExpanded]).to.eql(['Show the rest of the mail', 'false']);
    expect(network.count('query MailRest')).to.equal(0);

    button.focus();
    await press('Enter');
    await thread.until(() => shown(), 'it is there');
    expect(shown()!.textContent).to.equal(rest);
    expect([button.ariaExpanded, hasFocus(button)]).to.eql(['true', true]);
    await expect(thread.element).to.be.accessible();

    await press('Enter');
    await thread.until(() => !shown(), 'it is hidden');
    await press('Enter');
    await thread.until(() => shown(), 'it is there again');
    expect(network.count('query MailRest')).to.equal(1);
  });

  it('says it in French', async () => {
    const { button } = await open('fr');
    expect(textOf(button)).to.equal('Afficher la suite du mail');
  });

  it('goes with the comment', async () => {
    const { thread } = await open();
    const comment = await thread.untilComment('Sent by mail');
    await comment.choose('Delete');
    await thread.until(() => thread.find('.tombstone'), 'it is deleted');
    expect(thread.find('parvis-mail-rest')).to.equal(undefined);
  });

  it('is not offered for what was written on the page', async () => {
    const thread = await CommentThreadPage.ready({ subject });
    const comment = await thread.untilComment('Sent by mail');
    // The code that would show it is there.
    await comment.openMenu();
    expect(thread.find('parvis-mail-rest')).to.equal(undefined);
  });
});
