import '@parvis/comment-thread/parvis-comment-count.js';
import '@parvis/comment-thread/parvis-comment-thread.js';
import '@parvis/like-button/parvis-like-button.js';
import { expect, fixture, html } from '@open-wc/testing';
import type { CommentThreadElement } from '@parvis/comment-thread';
import type { LikeButtonElement } from '@parvis/like-button';
import { Network } from '../../support/browser/network.ts';
import { startServer, uniqueKey, type TestServer } from '../../support/browser/server.ts';
import { CommentThreadPage } from '../../support/pages/comment-thread-page.ts';
import { LikeButtonPage } from '../../support/pages/like-button-page.ts';
import { press } from '../../support/pages/keyboard.ts';
import { findAll, textOf } from '../../support/pages/shadow-dom.ts';
import { pageId, writeComments } from './thread-writing.ts';

describe('comment thread: beside other widgets of its page', () => {
  let server: TestServer;
  let network: Network;
  let subject: string;
  let id: string;

  before(async () => (server = await startServer()));
  beforeEach(async () => {
    server.signIn('nadia.benali');
    subject = uniqueKey();
    [id] = (await writeComments(
      server.client('nadia.benali'),
      await pageId(server.client(), subject),
      'Known to all',
    )) as [string];
    network = new Network();
  });
  afterEach(() => {
    CommentThreadPage.close();
    network.restore();
  });

  /** One page with two threads of it, the number of its comments, and like buttons of it and of its comment. */
  const open = async () => {
    const root = await fixture<HTMLElement>(
      html`<main lang="en">
        <parvis-comment-count subject=${subject}></parvis-comment-count>
        <parvis-like-button subject=${subject}></parvis-like-button>
        <parvis-comment-thread subject=${subject}></parvis-comment-thread>
        <parvis-comment-thread subject=${subject} order="newest"></parvis-comment-thread>
        <parvis-like-button subject=${id}></parvis-like-button>
      </main>`,
    );
    const [one, two] = [...root.querySelectorAll<CommentThreadElement>('parvis-comment-thread')].map(
      (element) => new CommentThreadPage(element),
    ) as [CommentThreadPage, CommentThreadPage];
    const [, like] = [...root.querySelectorAll<LikeButtonElement>('parvis-like-button')].map(
      (element) => new LikeButtonPage(element),
    ) as [LikeButtonPage, LikeButtonPage];
    await one.untilComment('Known to all');
    await two.untilComment('Known to all');
    await like.until(() => like.like, 'there is a like button');
    return { one, two, like, count: () => textOf(findAll(root, '[part=count]')[0]) };
  };

  it('asks for everything in one request', async () => {
    await open();

    expect(network.requests.length).to.equal(1);
  });

  it('shows a like of a comment wherever the comment is', async () => {
    const { one, two, like } = await open();

    one.comment('Known to all').likeButton.click();

    await like.until(() => like.isPressed && like.total === 1, 'the button shows it');
    expect(two.comment('Known to all').likeButton.ariaPressed).to.equal('true');
    like.like.click();
    await like.until(() => !like.isPressed, 'the button shows it');
    expect(one.comment('Known to all').likeButton.ariaPressed).to.equal('false');
  });

  it('shows a new comment and a new answer in the other thread, and counts them everywhere', async () => {
    const { one, two, count } = await open();
    expect(count()).to.equal('1 comment');

    await one.write('One more');
    await two.untilComment('One more');
    expect(two.texts).to.eql(['One more', 'Known to all']);
    const composer = await two.comment('Known to all').startReply();
    await composer.type('An answer');
    await composer.send();
    await one.untilComment('An answer');

    expect(one.texts).to.eql(['Known to all', 'An answer', 'One more']);
    await one.until(() => one.title === 'Comments 3' && two.title === 'Comments 3', 'the titles count three');
    expect(count()).to.equal('3 comments');
  });

  it('shows an edit, a deletion and its undoing in the other thread, and counts what is left', async () => {
    const { one, two, count } = await open();
    const comment = one.comment('Known to all');

    await comment.choose('Edit');
    await one.until(() => comment.composer, 'one can edit');
    await comment.composer!.type(', and edited');
    await press('Control+Enter');
    await two.untilComment('Known to all, and edited');
    expect(two.comments[0]!.byline).to.contain('edited');
    await one.until(() => !comment.composer, 'it is saved');
    await comment.choose('Delete');
    await two.until(() => two.texts[0]!.startsWith('Comment deleted.'), 'it is deleted there too');
    expect(count()).to.equal('No comments yet');
    two.comments[0]!.button('Undo')!.click();

    await one.untilComment('Known to all, and edited');
    await one.until(() => count() === '1 comment', 'it counts again');
  });
});
