import { expect } from '@open-wc/testing';
import { startServer, uniqueKey, type TestServer } from '../../support/browser/server.ts';
import { CommentThreadPage } from '../../support/pages/comment-thread-page.ts';
import { press } from '../../support/pages/keyboard.ts';
import { hasFocus } from '../../support/pages/shadow-dom.ts';
import { pageId, remove, writeComments } from './thread-writing.ts';

const numbered = (count: number) =>
  Array.from({ length: count }, (_, i) => `Comment ${String(i + 1).padStart(2, '0')}`);

describe('comment thread: links to comments', () => {
  let server: TestServer;
  let subject: string;
  let page: string;

  before(async () => {
    server = await startServer();
    server.signIn('paul.lefevre');
  });
  beforeEach(async () => {
    subject = uniqueKey();
    page = await pageId(server.client(), subject);
  });
  afterEach(() => {
    CommentThreadPage.close();
    history.replaceState(null, '', location.pathname + location.search);
  });

  const linkTo = (id: string) => history.replaceState(null, '', `#comment-${id}`);
  const isInView = (element: Element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  };

  it('lead to a comment of the first page, highlight it and take the keyboard there', async () => {
    const ids = await writeComments(server.client('nadia.benali'), page, ...numbered(12));
    linkTo(ids[11]!);

    const thread = await CommentThreadPage.ready({ subject });
    const comment = await thread.untilComment('Comment 12');
    await thread.until(() => comment.isFocused, 'it has the keyboard');

    expect(comment.isLinked).to.equal(true);
    expect(isInView(comment.article)).to.equal(true);
    expect(thread.comments.filter(({ isLinked }) => isLinked).length).to.equal(1);
  });

  it('lead to a comment of a later page, with the earlier ones above when asked', async () => {
    const ids = await writeComments(server.client('nadia.benali'), page, ...numbered(45));
    linkTo(ids[41]!);

    const thread = await CommentThreadPage.ready({ subject });
    const comment = await thread.untilComment('Comment 42');
    await thread.until(() => comment.isFocused, 'it has the keyboard');
    expect(thread.texts).to.eql(numbered(45).slice(41));
    thread.button('Show earlier comments')!.click();
    await thread.untilComment('Comment 41');

    expect(thread.texts).to.eql(numbered(45).slice(21));
    await thread.until(() => !comment.isFocused, 'the keyboard is above');
  });

  it('lead to an answer that is not on screen, at any depth', async () => {
    const nadia = server.client('nadia.benali');
    const ids = await writeComments(nadia, page, ...numbered(25));
    const replies = await writeComments(nadia, ids[23]!, 'answer 1', 'answer 2', 'answer 3', 'answer 4', 'answer 5');
    const deeper = await writeComments(nadia, replies[4]!, 'deeper 1', 'deeper 2', 'deeper 3');
    const [deepest] = await writeComments(nadia, deeper[2]!, 'deepest');
    linkTo(deepest!);

    const thread = await CommentThreadPage.ready({ subject });
    const comment = await thread.untilComment('deepest');
    await thread.until(() => comment.isFocused, 'it has the keyboard');

    expect(isInView(comment.article)).to.equal(true);
    expect(thread.texts).to.include('answer 5');
  });

  it('lead to a comment on the page that one is on already', async () => {
    const ids = await writeComments(server.client('nadia.benali'), page, ...numbered(30));
    const thread = await CommentThreadPage.ready({ subject });
    await thread.untilComment('Comment 20');

    location.hash = `#comment-${ids[27]}`;

    const comment = await thread.untilComment('Comment 28');
    await thread.until(() => comment.isFocused && isInView(comment.article), 'it has the keyboard');
  });

  it('are followed once: the reader may then choose another order', async () => {
    const ids = await writeComments(server.client('nadia.benali'), page, ...numbered(30));
    linkTo(ids[27]!);
    const thread = await CommentThreadPage.ready({ subject });
    const comment = await thread.untilComment('Comment 28');
    await thread.until(() => comment.isFocused, 'it has the keyboard');

    thread.order!.focus();
    await press('ArrowDown');
    await thread.untilComment('Comment 30');
    await thread.until(() => thread.comments.length === 20, 'there are twenty');

    expect(thread.texts).to.eql(numbered(30).reverse().slice(0, 20));
    expect(thread.comments.some(({ isLinked }) => isLinked)).to.equal(false);
    expect(hasFocus(thread.order)).to.equal(true);
  });

  it('lead to the discussion when the comment is gone', async () => {
    const [gone] = await writeComments(server.client('nadia.benali'), page, 'Gone', 'Still here');
    await remove(server.client('nadia.benali'), gone!);
    linkTo(gone!);

    const thread = await CommentThreadPage.ready({ subject });

    await thread.untilComment('Still here');
  });

  it('lead to the discussion when they were never right', async () => {
    await writeComments(server.client('nadia.benali'), page, 'Here all the same');
    linkTo('Q29tbWVudDpub3RoaW5n');

    const thread = await CommentThreadPage.ready({ subject });

    await thread.untilComment('Here all the same');
  });
});
