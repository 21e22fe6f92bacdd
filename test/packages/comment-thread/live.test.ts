import '@parvis/loader/start.js';
import { expect } from '@open-wc/testing';
import type { ParvisClient } from '@parvis/core';
import { defaultClient } from '@parvis/core/client/default-client.js';
import { resync } from '@parvis/core/events/resync.js';
import { Network } from '../../support/browser/network.ts';
import { startServer, uniqueKey, type TestServer } from '../../support/browser/server.ts';
import { CommentThreadPage } from '../../support/pages/comment-thread-page.ts';
import { press, type } from '../../support/pages/keyboard.ts';
import { announced, focused, hasFocus } from '../../support/pages/shadow-dom.ts';
import { like, lock, pageId, remove, update, writeComments } from './thread-writing.ts';

describe('comment thread: what others do meanwhile', () => {
  let server: TestServer;
  let network: Network;
  let subject: string;
  let page: string;
  let nadia: ParvisClient;
  let chloe: ParvisClient;

  before(async () => (server = await startServer()));
  beforeEach(async () => {
    server.signIn('paul.lefevre');
    nadia = server.client('nadia.benali');
    chloe = server.client('chloe.lefebvre');
    subject = uniqueKey();
    page = await pageId(server.client(), subject);
    network = new Network();
  });
  afterEach(() => {
    CommentThreadPage.close();
    network.restore();
  });

  it('shows new comments and answers, marked as new, and lets the writer write', async () => {
    const [first] = await writeComments(nadia, page, 'A question');
    const thread = await CommentThreadPage.ready({ subject });
    await thread.until(() => thread.canComment, 'one can comment');
    await thread.composer.type('Half a sen');

    await writeComments(chloe, page, 'A remark');
    await writeComments(chloe, first!, 'An answer');
    const reply = await thread.untilComment('An answer');
    await thread.untilComment('A remark');

    expect(thread.texts).to.eql(['A question', 'An answer', 'A remark']);
    await thread.until(() => reply.find('.new'), 'it is marked');
    expect(reply.find('.new')!.textContent).to.equal('New');
    expect(thread.title).to.equal('Comments 3');
    expect(hasFocus(thread.composer.field)).to.equal(true);
    expect(thread.composer.text).to.equal('Half a sen');
    await expect(thread.element).to.be.accessible();
  });

  it('tells screen readers of new comments in one sentence, and not of likes', async () => {
    const [first] = await writeComments(nadia, page, 'A question');
    const thread = await CommentThreadPage.ready({ subject, lang: 'fr' });
    await thread.untilComment('A question');

    await like(chloe, first!);
    await writeComments(chloe, page, 'A first one');
    await thread.until(() => announced().includes('1 nouveau commentaire'), 'the first is announced');
    // Nothing is said in the five seconds that follow: long enough for both to come.
    await writeComments(nadia, page, 'A remark');
    await writeComments(chloe, page, 'Another one');

    await thread.until(() => announced().includes('2 nouveaux commentaires : '), 'it is announced');
    expect(announced()).to.contain('Nadia Benali et Chloé Lefebvre');
    await thread.until(() => thread.comment('A question').likeButton.ariaLabel?.includes('1'), 'the like shows');
  });

  it('leaves later comments to be read in their turn where the list is not read to its end', async () => {
    const bodies = Array.from({ length: 21 }, (_, i) => `Comment ${String(i + 1).padStart(2, '0')}`);
    await writeComments(nadia, page, ...bodies);
    const thread = await CommentThreadPage.ready({ subject });
    await thread.untilComment('Comment 20');

    await writeComments(chloe, page, 'The latest');
    await thread.until(() => thread.title === 'Comments 22', 'it counts');
    expect(thread.texts).to.eql(bodies.slice(0, 20));
    thread.button('Show more comments')!.click();
    await thread.untilComment('The latest');

    expect(thread.texts).to.eql([...bodies, 'The latest']);
  });

  it('counts an answer in a branch that is folded', async () => {
    const [first] = await writeComments(nadia, page, 'A question');
    await writeComments(nadia, first!, 'Answer 1', 'Answer 2', 'Answer 3', 'Answer 4');
    const thread = await CommentThreadPage.ready({ subject });
    await thread.until(() => thread.button('Show 1 reply'), 'one answer is folded');

    await writeComments(chloe, first!, 'Answer 5');

    await thread.until(() => thread.button('Show 2 replies'), 'two answers are folded');
    expect(thread.texts).to.eql(['A question', 'Answer 1', 'Answer 2', 'Answer 3']);
  });

  it('shows one’s own comment once when the event comes before the answer', async () => {
    const thread = await CommentThreadPage.ready({ subject });
    let release: (() => void) | undefined;
    network.intercept = async ({ operations }, pass) => {
      const response = await pass();
      if (operations[0]!.query.includes('addComment')) await new Promise<void>((resolve) => (release = resolve));
      return response;
    };
    await thread.write('Mine');
    await thread.until(() => release && thread.title === 'Comments 1', 'the event has come');
    expect(thread.texts).to.eql(['Mine']);

    release!();
    await thread.until(() => !thread.comment('Mine').isSending, 'it is sent');

    expect(thread.texts).to.eql(['Mine']);
    expect(thread.comment('Mine').find('.new')).to.equal(null);
  });

  it('shows what one has written elsewhere, with what one may do with it', async () => {
    const thread = await CommentThreadPage.ready({ subject });

    await writeComments(server.client('paul.lefevre'), page, 'From my phone');
    const comment = await thread.untilComment('From my phone');

    await thread.until(() => network.count('ViewersComments'), 'the rights are asked');
    await comment.openMenu();
    await thread.until(() => comment.menuItems.includes('Edit'), 'it can be edited');
    expect(comment.find('.new')).to.equal(null);
  });

  it('takes a deleted comment away, but not from under somebody who answers it', async () => {
    const [first, second] = await writeComments(nadia, page, 'A question', 'Another question');
    const thread = await CommentThreadPage.ready({ subject });
    const comment = await thread.untilComment('A question');
    const composer = await comment.startReply();
    await composer.type('I would say');

    await remove(nadia, second!);
    await remove(nadia, first!);
    await thread.until(() => comment.body === 'Comment removed.', 'it is deleted');

    expect(composer.text).to.equal('I would say');
    expect(hasFocus(composer.field)).to.equal(true);
    const shown = thread.comments.filter(({ element }) => element.checkVisibility());
    expect(shown.map(({ body }) => body)).to.eql(['Comment removed.']);
  });

  it('leaves Undo where it is when what happened to the comment before is told again', async () => {
    const thread = await CommentThreadPage.ready({ subject });
    await thread.write('Mine');
    await thread.untilComment('Mine');
    await thread.until(() => thread.comment('Mine').moreButton, 'it is sent');
    const comment = thread.comment('Mine');
    // What has been read anew, such as the likes that come back after it was edited, asks for the events since then.
    const release = network.holdStreams();
    await comment.choose('Edit');
    await thread.until(() => focused().matches('textarea'), 'the text has the keyboard');
    await type(' now');
    await press('Control+Enter');
    await thread.until(() => focused() === comment.moreButton, 'it is edited');
    await comment.choose('Delete');
    await thread.until(() => focused().matches('.undo'), 'Undo has the keyboard');
    const undo = focused();

    release();
    await writeComments(chloe, page, 'Later');
    await thread.untilComment('Later');

    expect(focused() === undo).to.equal(true);
    expect(comment.body).to.contain('Comment deleted.');
  });

  it('keeps what is being written when the discussion is closed, and says why it cannot be sent', async () => {
    const ines = server.client('ines.carpentier');
    const thread = await CommentThreadPage.ready({ subject });
    await thread.until(() => thread.canComment, 'one can comment');
    await thread.composer.type('Wait, I');

    await lock(ines, page);
    await thread.until(() => announced().includes('has just been closed'), 'it is announced');

    expect(thread.composer.text).to.equal('Wait, I');
    expect(hasFocus(thread.composer.field)).to.equal(true);
    expect(thread.element.shadowRoot!.textContent).to.contain('Your text stays here');
    await thread.composer.send();
    await thread.until(() => thread.notice.includes('closed'), 'it says so again');
    expect(thread.composer.text).to.equal('Wait, I');
  });

  it('says to somebody who edits a comment that they have changed it elsewhere', async () => {
    const paul = server.client('paul.lefevre');
    const [id] = await writeComments(paul, page, 'First version');
    const thread = await CommentThreadPage.ready({ subject });
    const comment = await thread.untilComment('First version');
    await comment.choose('Edit');
    await thread.until(() => comment.composer?.text === 'First version', 'one can edit');

    await update(paul, id!, 'Second version');
    await thread.until(() => comment.article.textContent?.includes('changed elsewhere'), 'it says so');

    expect(comment.composer!.text).to.equal('First version');
  });

  it('reads again what it shows after a gap, and leaves the rest as it is', async () => {
    network.silence();
    const [first, gone] = await writeComments(nadia, page, 'A question', 'To be deleted');
    await writeComments(nadia, first!, ...['1', '2', '3', '4', '5'].map((n) => `Answer ${n}`));
    const thread = await CommentThreadPage.ready({ subject });
    await thread.until(() => thread.button('Show 2 replies'), 'two answers are folded');
    thread.button('Show 2 replies')!.click();
    await thread.untilComment('Answer 5');
    const { element } = thread.comment('A question');
    const composer = await thread.comment('Answer 4').startReply();
    await composer.type('Well');

    await remove(nadia, gone!);
    await writeComments(chloe, page, 'Missed');
    await writeComments(chloe, first!, 'Answer 6');
    resync(defaultClient());
    await thread.untilComment('Missed');
    await thread.untilComment('Answer 6');

    expect(thread.texts.slice(1, 7)).to.eql(['1', '2', '3', '4', '5', '6'].map((n) => `Answer ${n}`));
    expect(thread.texts).not.to.contain('To be deleted');
    expect(thread.comment('A question').element === element).to.equal(true);
    expect(composer.text).to.equal('Well');
    expect(hasFocus(composer.field)).to.equal(true);
  });

  for (const [anchor, zoom] of [
    ['auto', '1'],
    ['none', '1'],
    ['none', '1.5'],
  ] as const) {
    it(`leaves what one reads where it is when comments come above it (overflow-anchor: ${anchor}, zoom: ${zoom})`, async () => {
      const bodies = Array.from({ length: 15 }, (_, i) => `Comment ${String(i + 1).padStart(2, '0')}`);
      await writeComments(nadia, page, ...bodies);
      const thread = await CommentThreadPage.ready({ subject, order: 'newest' });
      const read = await thread.untilComment('Comment 05');
      const scroller = thread.element.parentElement!;
      Object.assign(scroller.style, { height: '300px', overflow: 'auto', overflowAnchor: anchor, zoom });
      read.element.scrollIntoView({ block: 'center' });
      const top = () => Math.round(read.article.getBoundingClientRect().top);
      const before = top();

      await writeComments(chloe, page, 'Above it all');
      await thread.untilComment('Above it all');
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

      expect(Math.abs(top() - before)).to.be.below(2);
    });
  }
});
