import { startServer, type TestServer } from '../../support/browser/server.ts';
import { CommentThreadPage } from '../../support/pages/comment-thread-page.ts';
import { LikeButtonPage } from '../../support/pages/like-button-page.ts';
import { followsAddress } from './following-address.ts';

describe('where no browser says that a page has gone to another address', () => {
  const address = location.href;
  let server: TestServer;

  before(async () => {
    // As in WebKitGTK: `history.pushState` tells nothing.
    Object.defineProperty(window, 'navigation', { value: undefined, configurable: true });
    await import('@parvis/loader/start.js');
    server = await startServer();
    server.signIn('paul.lefevre');
  });
  afterEach(async () => {
    await LikeButtonPage.close();
    CommentThreadPage.close();
    history.replaceState(null, '', address);
  });

  followsAddress(() => server, { isTold: false });
});
