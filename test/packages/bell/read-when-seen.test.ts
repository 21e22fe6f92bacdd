import '@parvis/loader/start.js';
import '@parvis/comment-thread/parvis-comment-thread.js';
import { startServer, type TestServer, uniqueKey } from '../../support/browser/server.ts';
import { ActivityWallPage } from '../../support/pages/activity-wall-page.ts';
import { BellPage } from '../../support/pages/bell-page.ts';
import { CommentThreadPage } from '../../support/pages/comment-thread-page.ts';
import { until } from '../../support/pages/until.ts';
import { writePosts } from '../activity-wall/wall-writing.ts';
import { comment, readAll, unread } from './telling.ts';

describe('bell: what is seen on its page', () => {
  let server: TestServer;

  before(async () => (server = await startServer()));
  beforeEach(async () => {
    server.signIn('paul.lefevre');
    await readAll(server.client('paul.lefevre'));
  });
  afterEach(() => BellPage.close());

  const tell = (key: string) => comment(server.client('nadia.benali'), key, 'What do you say, @paul.lefevre?');
  const untilUnread = async (count: number) => {
    let now = -1;
    while (now !== count) now = await unread(server.client('paul.lefevre'));
  };

  it('is read, whether it was there before or comes while one looks', async () => {
    const subject = uniqueKey();
    await tell(subject);
    await untilUnread(1);
    const bell = await BellPage.ready();
    const thread = await CommentThreadPage.ready({ subject });
    await bell.untilCounts('');
    await untilUnread(0);

    await tell(subject);
    await until(() => thread.comments.length === 2, 'the other one is there');
    await untilUnread(0);
    await bell.untilCounts('');
  });

  it('is read on a wall', async () => {
    const wall = `page:${uniqueKey()}`;
    await writePosts(server.client('nadia.benali'), wall, 'Who is in, @paul.lefevre?');
    await untilUnread(1);
    const bell = await BellPage.ready();
    await ActivityWallPage.open({ wall });
    await untilUnread(0);
    await bell.untilCounts('');
  });

  it('is not read before it comes into sight', async () => {
    const [near, far] = [uniqueKey(), uniqueKey()];
    await tell(near);
    await tell(far);
    await untilUnread(2);
    const bell = await BellPage.ready();
    await CommentThreadPage.ready({ subject: near });
    const space = document.createElement('div');
    space.style.blockSize = '300vh';
    document.body.append(space);
    const { element } = await CommentThreadPage.ready({ subject: far });
    space.after(element.parentElement!.parentElement!);
    await untilUnread(1);
    await bell.untilCounts('1');

    element.scrollIntoView();
    await untilUnread(0);
    await bell.untilCounts('');
    space.remove();
  });
});
