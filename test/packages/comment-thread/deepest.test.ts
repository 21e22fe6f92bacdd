import '@parvis/comment-thread/parvis-comment-thread.js';
import { expect } from '@open-wc/testing';
import { startServer, uniqueKey, type TestServer } from '../../support/browser/server.ts';
import { press } from '../../support/pages/keyboard.ts';
import { CommentThreadPage } from '../../support/pages/comment-thread-page.ts';
import { pageId, writeComments } from './thread-writing.ts';

/** The deepest level that a server takes. */
const DEEPEST = 50;

describe('comment thread: a reply to a comment at the deepest level', () => {
  let server: TestServer;
  const address = location.href;

  before(async () => (server = await startServer()));
  afterEach(() => {
    CommentThreadPage.close();
    history.replaceState(null, '', address);
  });

  it('stands beside it at once, as it will when it is read again', async () => {
    const nadia = server.client('nadia.benali');
    server.signIn('nadia.benali');
    const subject = uniqueKey();
    let deepest = await pageId(nadia, subject);
    for (let level = 0; level <= DEEPEST; level++)
      [deepest] = (await writeComments(nadia, deepest, `level ${level}`)) as [string];
    history.replaceState(null, '', `?comment=${deepest}`);
    const thread = await CommentThreadPage.ready({ subject });
    const comment = await thread.untilComment(`level ${DEEPEST}`);
    const parent = await thread.untilComment(`level ${DEEPEST - 1}`);
    await thread.until(() => comment.isFocused, 'the link has led there');

    await (await comment.startReply()).type('beside');
    await press('Control+Enter');
    await thread.until(() => parent.replies.includes('beside'), 'it stands beside what it answers');

    expect(parent.replies).to.eql([`level ${DEEPEST}`, 'beside']);
    await thread.until(() => comment.replies.length === 0, 'and not below it');
  });
});
