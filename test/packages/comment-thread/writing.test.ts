import { expect } from '@open-wc/testing';
import { Network } from '../../support/browser/network.ts';
import { startServer, uniqueKey, type TestServer } from '../../support/browser/server.ts';
import { CommentThreadPage } from '../../support/pages/comment-thread-page.ts';
import { press } from '../../support/pages/keyboard.ts';
import { focused, hasFocus } from '../../support/pages/shadow-dom.ts';
import { UnsentPage } from '../../support/pages/unsent-page.ts';
import { pageId, storedComments, writeComments } from './thread-writing.ts';

describe('comment thread: writing', () => {
  let server: TestServer;
  let network: Network;
  let subject: string;
  let page: string;

  before(async () => (server = await startServer()));
  beforeEach(async () => {
    server.signIn('paul.lefevre');
    subject = uniqueKey();
    page = await pageId(server.client(), subject);
    network = new Network();
  });
  afterEach(() => {
    CommentThreadPage.close();
    network.restore();
    localStorage.clear();
  });

  it('shows a comment at once, then as the server has it', async () => {
    const thread = await CommentThreadPage.ready({ subject });
    await thread.until(() => thread.canComment, 'one can comment');
    await thread.composer.type('Written *here*');
    const release = network.hold();

    await thread.composer.send();
    const comment = await thread.untilComment('Written *here*');
    expect(comment.isSending).to.equal(true);
    expect(comment.byline).to.contain('Paul Lefèvre');
    release();
    const sent = await thread.untilComment('Written here');

    expect(sent.isSending).to.equal(false);
    expect(thread.comments.length).to.equal(1);
    expect(thread.title).to.equal('Comments 1');
    await thread.until(() => !thread.composer.text, 'the field is empty');
    expect(hasFocus(thread.composer.field)).to.equal(true);
    expect(await storedComments(server.client(), subject)).to.eql(['Written *here*']);
  });

  it('keeps the text of a comment that could not be sent, says why, and sends it once when asked again', async () => {
    const thread = await CommentThreadPage.ready({ subject });
    await thread.until(() => thread.canComment, 'one can comment');
    await thread.composer.type('Do not lose me');
    network.refuse('INTERNAL');

    await thread.composer.send();
    await thread.until(() => thread.composer.notice, 'it says why');
    expect(thread.composer.text).to.equal('Do not lose me');
    expect(thread.comments).to.eql([]);
    network.intercept = undefined;
    thread.composer.button('Try again')!.click();
    await thread.untilComment('Do not lose me');
    await thread.until(() => !thread.composer.text, 'the field is empty');

    expect(await storedComments(server.client(), subject)).to.eql(['Do not lose me']);
  });

  it('sends a comment once, even when the answer to it was lost', async () => {
    const thread = await CommentThreadPage.ready({ subject });
    await thread.until(() => thread.canComment, 'one can comment');
    await thread.composer.type('Only once');
    network.intercept = async (_request, pass) => {
      await pass();
      return Response.json({ errors: [{ message: 'lost' }] }, { status: 400 });
    };

    await thread.composer.send();
    const unsent = new UnsentPage(thread.element);
    await unsent.untilOnly('Only once');
    expect(thread.composer.text).to.equal('');
    network.intercept = undefined;
    unsent.button('Send now').click();
    await thread.untilComment('Only once');
    await unsent.untilNone();

    expect(await storedComments(server.client(), subject)).to.eql(['Only once']);
  });

  it('says why the server refuses a comment, and keeps it', async () => {
    const thread = await CommentThreadPage.ready({ subject });
    await thread.until(() => thread.canComment, 'one can comment');
    await thread.composer.type('Too late');
    network.intercept = () =>
      Promise.resolve(
        Response.json([
          { data: { addComment: { comment: null, userErrors: [{ code: 'LOCKED', message: 'Closed.' }] } } },
        ]),
      );

    await thread.composer.send();
    await thread.until(() => thread.composer.notice, 'it says why');

    expect(thread.composer.notice).to.contain('This discussion is closed.');
    expect(thread.composer.text).to.equal('Too late');
  });

  it('answers in place by keyboard, and gives the keyboard back to where it was', async () => {
    await writeComments(server.client('nadia.benali'), page, 'A question');
    const thread = await CommentThreadPage.ready({ subject });
    const question = await thread.untilComment('A question');

    const composer = await question.startReply();
    expect(composer.field.ariaLabel).to.equal('Reply to Nadia Benali');
    await composer.type('An answer');
    await press('Control+Enter');
    await thread.until(() => question.replies.includes('An answer') && !question.composer, 'it is answered');

    await thread.until(() => focused() === question.replyButton, 'the button has the keyboard');
    expect(thread.title).to.equal('Comments 2');
    expect(question.replies).to.eql(['An answer']);
  });

  it('answers an answer', async () => {
    const nadia = server.client('nadia.benali');
    const [first] = await writeComments(nadia, page, 'A question');
    await writeComments(nadia, first!, 'A detail');
    const thread = await CommentThreadPage.ready({ subject });
    const detail = await thread.untilComment('A detail');

    await (await detail.startReply()).type('Another');
    await press('Control+Enter');
    await thread.untilComment('Another');

    await thread.until(() => detail.replies.includes('Another'), 'it stands below');
  });

  it('gives an answer up with Escape, and has it again later', async () => {
    await writeComments(server.client('nadia.benali'), page, 'A question');
    const thread = await CommentThreadPage.ready({ subject });
    const question = await thread.untilComment('A question');
    await (await question.startReply()).type('Perhaps');

    await press('Escape');
    await thread.until(() => !question.composer && focused() === question.replyButton, 'it is given up');
    const composer = await question.startReply();

    await thread.until(() => composer.text === 'Perhaps', 'it is there again');
  });

  it('has the draft of a comment again after a reload', async () => {
    let thread = await CommentThreadPage.ready({ subject });
    await thread.until(() => thread.canComment, 'one can comment');
    await thread.composer.type('Half a thought');

    CommentThreadPage.close();
    server.signIn('paul.lefevre');
    thread = await CommentThreadPage.ready({ subject });
    await thread.until(() => thread.canComment, 'one can comment');

    await thread.until(() => thread.composer.text === 'Half a thought', 'the draft is there');
  });

  it('shows a new comment in every thread of the page about the same', async () => {
    const one = await CommentThreadPage.ready({ subject });
    const two = await CommentThreadPage.ready({ subject });

    await one.write('Everywhere');

    await two.untilComment('Everywhere');
    expect(two.title).to.equal('Comments 1');
  });

  it('takes the reader to a new comment that comes out of sight', async () => {
    await writeComments(server.client('nadia.benali'), page, ...Array.from({ length: 15 }, (_, i) => `Older ${i}`));
    const thread = await CommentThreadPage.ready({ subject });
    await thread.untilComment('Older 14');
    scrollTo(0, 0);

    await thread.write('Far below');
    await thread.untilComment('Far below');
    await thread.until(() => !thread.comment('Far below').isSending, 'it is sent');

    const isInSight = () => {
      const { top, bottom } = thread.comment('Far below').article.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    };
    await thread.until(isInSight, 'it is in sight');
    expect(hasFocus(thread.composer.field)).to.equal(true);
  });

  it('puts a new comment on top where the newest come first', async () => {
    await writeComments(server.client('nadia.benali'), page, 'older');
    const thread = await CommentThreadPage.ready({ subject, order: 'newest' });
    await thread.untilComment('older');

    await thread.write('newer');
    await thread.untilComment('newer');

    expect(thread.texts).to.eql(['newer', 'older']);
  });

  it('mentions a colleague', async () => {
    const thread = await CommentThreadPage.ready({ subject });
    await thread.until(() => thread.canComment, 'one can comment');
    await thread.composer.focus();
    await thread.composer.type('Ask @nadia');
    await thread.until(() => thread.composer.people.includes('Nadia Benali'), 'she is offered');

    while (thread.composer.activePerson !== 'Nadia Benali') await press('ArrowDown');
    await press('Enter');
    await thread.composer.send();

    await thread.untilComment('Ask');
    await thread.until(() => thread.comment('Ask').find('.mention'), 'she is mentioned');
  });
});
