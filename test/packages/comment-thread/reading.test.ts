import { expect } from '@open-wc/testing';
import { Network } from '../../support/browser/network.ts';
import { startServer, uniqueKey, type TestServer } from '../../support/browser/server.ts';
import { CommentThreadPage } from '../../support/pages/comment-thread-page.ts';
import { press } from '../../support/pages/keyboard.ts';
import { hasFocus, textOf } from '../../support/pages/shadow-dom.ts';
import { like, pageId, remove, writeComments } from './thread-writing.ts';

const numbered = (count: number) =>
  Array.from({ length: count }, (_, i) => `Comment ${String(i + 1).padStart(2, '0')}`);

describe('comment thread: reading', () => {
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
  });

  it('asks for all of its first paint in one request', async () => {
    const [first] = await writeComments(server.client('nadia.benali'), page, 'A question', 'A remark');
    await writeComments(server.client('chloe.lefebvre'), first!, 'An answer');
    network.requests.length = 0;

    const thread = await CommentThreadPage.ready({ subject });
    await thread.untilComment('An answer');
    await thread.until(() => thread.comment('An answer').likeButton, 'there are like buttons');

    expect(network.requests.length).to.equal(1);
  });

  it('shows the bullets and numbers of lists that people write', async () => {
    await writeComments(server.client('nadia.benali'), page, '- gants\n- lunettes\n\n1. fermer\n2. purger');

    const thread = await CommentThreadPage.ready({ subject });
    const comment = await thread.untilComment('fermer');

    const marks = ['ul', 'ol'].map((list) => getComputedStyle(comment.find(list)!).listStyleType);
    expect(marks).to.deep.equal(['disc', 'decimal']);
  });

  it('shows who wrote what, when, and where they work', async () => {
    await writeComments(server.client('nadia.benali'), page, 'Hello **all**');

    const thread = await CommentThreadPage.ready({ subject });
    const comment = await thread.untilComment('Hello all');

    expect(comment.byline).to.contain('Nadia Benali');
    expect(comment.byline).to.contain('Logist');
    expect(comment.byline).to.contain('now');
    expect(comment.name).to.equal('Comment by Nadia Benali');
    expect(comment.find('strong')!.textContent).to.equal('all');
  });

  it('says that an author has left the company', async () => {
    const thread = await CommentThreadPage.ready({ subject: '/articles/ligne-4-douai/' });
    await thread.until(() => thread.comments.length > 3, 'there are comments');
    while (thread.button('Show more comments')) {
      const { length } = thread.comments;
      thread.button('Show more comments')!.click();
      await thread.until(() => thread.comments.length > length, 'there are more');
    }

    expect(thread.all('.by').map(textOf).join(' ')).to.contain('has left the company');
  });

  it('counts every comment in its title, answers included', async () => {
    const [first] = await writeComments(server.client('nadia.benali'), page, 'One', 'Two');
    await writeComments(server.client('nadia.benali'), first!, 'Three');

    const thread = await CommentThreadPage.ready({ subject, 'heading-level': '3' });

    expect(thread.title).to.equal('Comments 3');
    expect(thread.find('[part=heading]')!.ariaLevel).to.equal('3');
  });

  it('keeps the height of its first paint while it loads', async () => {
    await writeComments(server.client('nadia.benali'), page, 'One');
    const release = network.hold();

    const thread = await CommentThreadPage.open({ subject });
    const loading = thread.element.getBoundingClientRect().height;
    release();
    await thread.untilComment('One');

    expect(loading).to.be.greaterThan(250);
  });

  it('shows twenty at first, then more, with the keyboard on the first new one', async () => {
    await writeComments(server.client('nadia.benali'), page, ...numbered(23));

    const thread = await CommentThreadPage.ready({ subject });
    await thread.untilComment('Comment 20');
    expect(thread.comments.length).to.equal(20);
    thread.button('Show more comments')!.click();
    const next = await thread.untilComment('Comment 21');
    await thread.until(() => next.isFocused, 'the first new one has the keyboard');

    expect(thread.texts).to.eql(numbered(23));
    expect(!!thread.button('Show more comments')).to.equal(false);
  });

  it('offers to try again when more cannot be had, and keeps what is there', async () => {
    await writeComments(server.client('nadia.benali'), page, ...numbered(21));
    const thread = await CommentThreadPage.ready({ subject });
    await thread.untilComment('Comment 20');

    network.refuse('INTERNAL');
    thread.button('Show more comments')!.click();
    await thread.until(() => thread.button('Try again'), 'one can try again');
    network.intercept = undefined;
    thread.button('Try again')!.click();

    await thread.untilComment('Comment 21');
  });

  it('shows the first answers, and the others when asked', async () => {
    const nadia = server.client('nadia.benali');
    const [first] = await writeComments(nadia, page, 'A question');
    await writeComments(nadia, first!, ...numbered(8));

    const thread = await CommentThreadPage.ready({ subject });
    await thread.untilComment('Comment 03');
    expect(thread.comments.length).to.equal(4);
    thread.comment('A question').button('Show 5 replies')!.click();
    const next = await thread.untilComment('Comment 08');

    expect(next.replies).to.eql([]);
    expect(thread.comment('A question').replies).to.eql(numbered(8));
    await thread.until(() => thread.comment('Comment 04').isFocused, 'the fourth has the keyboard');
  });

  it('sets answers in as deep as asked, and leaves deeper ones at that level', async () => {
    const nadia = server.client('nadia.benali');
    let above: string | undefined = page;
    for (const body of ['level 0', 'level 1', 'level 2', 'level 3']) [above] = await writeComments(nadia, above!, body);

    const thread = await CommentThreadPage.ready({ subject, depth: '1' });
    await thread.untilComment('level 2');
    thread.button('Show 1 reply')?.click();
    await thread.untilComment('level 3');
    const starts = thread.comments.map(({ element }) => element.getBoundingClientRect().left);

    expect(starts[1]).to.be.greaterThan(starts[0]!);
    expect(starts[2]).to.equal(starts[1]);
    expect(starts[3]).to.equal(starts[1]);
  });

  it('sorts by age and by likes, as the page says first and as the reader chooses then', async () => {
    const [, liked] = await writeComments(server.client('nadia.benali'), page, 'first', 'second', 'third');
    await like(server.client('chloe.lefebvre'), liked!);

    const thread = await CommentThreadPage.ready({ subject, order: 'newest' });
    await thread.untilComment('first');
    expect(thread.texts).to.eql(['third', 'second', 'first']);

    thread.order!.focus();
    await press('ArrowUp');
    await thread.until(() => thread.texts[0] === 'first', 'the oldest are first');
    expect(thread.texts).to.eql(['first', 'second', 'third']);
    await press('ArrowDown', 2);
    await thread.until(() => thread.texts[0] === 'second', 'the most liked are first');

    expect(thread.texts.toSorted()).to.eql(['first', 'second', 'third']);
    expect(hasFocus(thread.order)).to.equal(true);
  });

  it('leaves a line where a deleted comment has answers', async () => {
    const nadia = server.client('nadia.benali');
    const [first, second] = await writeComments(nadia, page, 'Gone', 'Gone without a trace');
    await writeComments(server.client('chloe.lefebvre'), first!, 'An answer to it');
    await remove(nadia, first!);
    await remove(nadia, second!);

    const thread = await CommentThreadPage.ready({ subject });
    await thread.untilComment('An answer to it');

    expect(thread.texts).to.eql(['Comment removed.', 'An answer to it']);
    expect(thread.comments[0]!.name).to.equal('Deleted comment');
    expect(thread.title).to.equal('Comments 1');
  });

  it('folds a long comment, and unfolds it when asked', async () => {
    await writeComments(server.client('nadia.benali'), page, 'A long story. '.repeat(120));
    const thread = await CommentThreadPage.ready({ subject });
    const comment = await thread.untilComment('A long story.');
    const folded = comment.element.offsetHeight;

    comment.button('Read more')!.click();
    await thread.until(() => comment.button('Read less'), 'it is unfolded');

    expect(comment.element.offsetHeight).to.be.greaterThan(folded + 50);
  });

  it('stands in a post without a title, with the field below', async () => {
    await writeComments(server.client('nadia.benali'), page, 'In a post');
    const thread = await CommentThreadPage.ready({ subject: page, embedded: '' });
    const comment = await thread.untilComment('In a post');
    await thread.until(() => thread.canComment, 'one can comment');

    expect(thread.title).to.equal('');
    expect(comment.element.getBoundingClientRect().bottom).to.be.below(
      thread.composer.element.getBoundingClientRect().top,
    );
  });
});
