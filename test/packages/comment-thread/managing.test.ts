import { expect } from '@open-wc/testing';
import { Network } from '../../support/browser/network.ts';
import { startServer, uniqueKey, type TestServer } from '../../support/browser/server.ts';
import { CommentThreadPage } from '../../support/pages/comment-thread-page.ts';
import { HeldTimers } from '../../support/pages/held-timers.ts';
import { press } from '../../support/pages/keyboard.ts';
import { focused } from '../../support/pages/shadow-dom.ts';
import { lock, pageId, remove, storedComments, writeComments } from './thread-writing.ts';

describe('comment thread: what becomes of a comment', () => {
  let server: TestServer;
  let network: Network;
  let subject: string;
  let page: string;

  before(async () => (server = await startServer()));
  beforeEach(async () => {
    server.signIn('nadia.benali');
    subject = uniqueKey();
    page = await pageId(server.client(), subject);
    network = new Network();
  });
  afterEach(() => {
    HeldTimers.release();
    CommentThreadPage.close();
    network.restore();
    localStorage.clear();
  });

  const written = async (...bodies: string[]) => {
    await writeComments(server.client('nadia.benali'), page, ...bodies);
    const thread = await CommentThreadPage.ready({ subject });
    return { thread, comment: await thread.untilComment(bodies[0]!.replaceAll('*', '')) };
  };

  it('is liked where it stands', async () => {
    const { thread, comment } = await written('Likeable');
    await thread.until(() => comment.likeButton, 'there is a like button');

    comment.likeButton.focus();
    await press('Enter');

    await thread.until(() => comment.likeButton.ariaPressed === 'true', 'it is liked');
  });

  it('is edited in place by keyboard, and says so', async () => {
    const { thread, comment } = await written('A *fisrt* try');

    await comment.choose('Edit');
    await thread.until(() => focused().matches('textarea'), 'the text has the keyboard');
    expect(comment.composer!.text).to.equal('A *fisrt* try');
    await press('Control+a');
    await comment.composer!.type('A *first* try');
    await press('Control+Enter');
    await thread.until(() => comment.body === 'A first try', 'it has changed');

    expect(comment.byline).to.contain('edited');
    await thread.until(() => focused() === comment.moreButton, 'the menu has the keyboard');
    expect(await storedComments(server.client(), subject)).to.eql(['A *first* try']);
  });

  it('stays as it was when its author gives the change up', async () => {
    const { thread, comment } = await written('As it was');

    await comment.choose('Edit');
    await thread.until(() => focused().matches('textarea'), 'the text has the keyboard');
    await comment.composer!.type(' not');
    comment.composer!.button('Cancel')!.click();

    await thread.until(() => comment.body === 'As it was' && focused() === comment.moreButton, 'it is as it was');
  });

  it('keeps a change that the server refuses, and says why', async () => {
    const { thread, comment } = await written('Old words');
    await comment.choose('Edit');
    await thread.until(() => focused().matches('textarea'), 'the text has the keyboard');
    await comment.composer!.type(', new words');
    network.intercept = () =>
      Promise.resolve(
        Response.json([
          { data: { updateComment: { comment: null, userErrors: [{ code: 'EDIT_WINDOW_CLOSED', message: '' }] } } },
        ]),
      );

    await press('Control+Enter');
    await thread.until(() => comment.composer!.notice, 'it says why');

    expect(comment.composer!.notice).to.contain('It is too late to edit this.');
    expect(comment.composer!.text).to.equal('Old words, new words');
  });

  it('is deleted and comes back by keyboard', async () => {
    const { thread, comment } = await written('Here and gone', 'Another');

    await comment.choose('Delete');
    await thread.until(() => comment.body.startsWith('Comment deleted.'), 'it is deleted');
    await thread.until(() => focused().textContent.trim() === 'Undo', 'Undo has the keyboard');
    expect(thread.title).to.equal('Comments 1');
    expect(await storedComments(server.client(), subject)).to.eql(['Another']);
    await press('Enter');
    await thread.until(() => comment.body === 'Here and gone', 'it is back');

    expect(thread.title).to.equal('Comments 2');
    await thread.until(() => focused() === comment.moreButton, 'the menu has the keyboard');
    expect(await storedComments(server.client(), subject)).to.eql(['Here and gone', 'Another']);
  });

  it('offers no undoing once its time is over', async () => {
    const { thread, comment } = await written('Soon gone');
    const minutes = new HeldTimers(60_000);

    await comment.choose('Delete');
    await thread.until(() => comment.button('Undo'), 'it is deleted');
    minutes.end();

    await thread.until(() => !comment.button('Undo'), 'it cannot be undone any more');
    expect(comment.body).to.equal('Comment removed.');
  });

  it('offers to undo a second deletion for a minute of its own', async () => {
    const { thread, comment } = await written('Gone twice');
    const minutes = new HeldTimers(60_000);

    await comment.choose('Delete');
    await thread.until(() => focused().textContent.trim() === 'Undo', 'Undo has the keyboard');
    await press('Enter');
    await thread.until(() => focused() === comment.moreButton, 'it is back');
    expect(minutes.waiting.size).to.equal(0);
    await comment.choose('Delete');
    await thread.until(() => focused().textContent.trim() === 'Undo', 'it is deleted again');

    expect(minutes.waiting.size).to.equal(1);
  });

  it('says that it is too late to undo', async () => {
    const { thread, comment } = await written('Long gone');
    await comment.choose('Delete');
    await thread.until(() => comment.button('Undo'), 'it is deleted');

    const userErrors = [{ code: 'RESTORE_WINDOW_CLOSED', message: 'Too late.' }];
    network.intercept = () =>
      Promise.resolve(Response.json([{ data: { restoreComment: { comment: null, userErrors } } }]));
    comment.button('Undo')!.click();
    await thread.until(() => comment.notice, 'it says why');

    expect(comment.notice).to.contain('It is too late to undo this.');
    expect(comment.body).to.contain('Comment deleted.');
  });

  it('says why it could not be deleted, and stays', async () => {
    const { thread, comment } = await written('Stubborn');
    await comment.openMenu();
    network.refuse('INTERNAL');
    const at = comment.menuItems.indexOf('Delete');

    await press('ArrowDown', at);
    await press('Enter');
    await thread.until(() => comment.notice, 'it says why');

    expect(comment.body).to.equal('Stubborn');
    expect(comment.notice).to.contain('Something went wrong');
  });

  it('can be edited and deleted by nobody but its author', async () => {
    server.signIn('paul.lefevre');
    const { comment } = await written('Mine');

    await comment.openMenu();

    expect(comment.menuItems).to.eql(['Copy link']);
  });

  it('gives its link away', async () => {
    const { thread, comment } = await written('Worth a link');
    const copied = new Promise<string>((resolve) =>
      Object.defineProperty(navigator.clipboard, 'writeText', {
        configurable: true,
        value: (text: string) => Promise.resolve(resolve(text)),
      }),
    );

    const address = location.href;
    const { href } = comment.find<HTMLAnchorElement>('.by a')!;
    history.replaceState(null, '', `${address}${location.search ? '&' : '?'}token=secret&utm_source=mail`);

    await comment.choose('Copy link');
    const link = await copied;
    history.replaceState(null, '', address);

    expect(link).to.match(/#comment-[\w-]+$/);
    // Without what the reader alone has in their address.
    expect(link).to.equal(href);
    expect(thread.texts).to.eql(['Worth a link']);
  });

  it('closes its menu with Escape, and gives the keyboard back', async () => {
    const { thread, comment } = await written('Menu');
    await comment.openMenu();

    await press('Escape');

    await thread.until(() => !comment.menuItems.length && focused() === comment.moreButton, 'it is closed');
  });

  describe('closed discussion', () => {
    it('says so, and takes neither comments nor answers', async () => {
      await writeComments(server.client('nadia.benali'), page, 'Before');
      await lock(server.client('ines.carpentier'), page);

      const thread = await CommentThreadPage.ready({ subject });
      const comment = await thread.untilComment('Before');

      expect(thread.element.shadowRoot!.textContent).to.contain('This discussion is closed.');
      expect(thread.canComment).to.equal(false);
      expect(!!comment.replyButton).to.equal(false);
    });

    it('is closed and opened again by communication staff', async () => {
      server.signIn('ines.carpentier');
      const { thread } = await written('Open');

      await thread.until(() => thread.button('Close the discussion'), 'the button to close it');
      thread.button('Close the discussion')!.focus();
      await press('Enter');
      await thread.until(() => thread.button('Reopen the discussion'), 'it is closed');
      await thread.until(() => !thread.canComment, 'nobody can comment');
      thread.button('Reopen the discussion')!.focus();
      await press('Enter');

      await thread.until(() => thread.canComment, 'one can comment again');
    });

    it('is closed where the page says so, whatever the server allows', async () => {
      await writeComments(server.client('nadia.benali'), page, 'Before');

      const thread = await CommentThreadPage.ready({ subject, locked: '' });
      const comment = await thread.untilComment('Before');

      expect(thread.canComment).to.equal(false);
      expect(!!comment.replyButton).to.equal(false);
    });
  });

  it('is gone from the list of others at their next visit', async () => {
    const [id] = await writeComments(server.client('nadia.benali'), page, 'Gone', 'Here');
    await remove(server.client('nadia.benali'), id!);

    const thread = await CommentThreadPage.ready({ subject });
    await thread.untilComment('Here');

    expect(thread.texts).to.eql(['Here']);
  });
});
