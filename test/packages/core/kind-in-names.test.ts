import '@parvis/loader/start.js';
import { expect } from '@open-wc/testing';
import { startServer, uniqueKey, type TestServer } from '../../support/browser/server.js';
import { ActivityWallPage } from '../../support/pages/activity-wall-page.js';
import { CommentThreadPage } from '../../support/pages/comment-thread-page.js';
import { until } from '../../support/pages/until.js';
import { writePosts } from '../activity-wall/wall-writing.js';
import { pageId, writeComments } from '../comment-thread/thread-writing.js';

// A file of its own: the words for kinds are not loaded before the first test.
describe('the kind of an author', () => {
  let server: TestServer;

  before(async () => {
    server = await startServer();
    server.signIn('ines.carpentier');
  });
  afterEach(() => {
    CommentThreadPage.close();
    ActivityWallPage.close();
  });

  for (const [lang, comment, reply, post] of [
    [
      'en',
      'Comment by Julien Roche, contractor',
      'Reply to Julien Roche, contractor',
      'Post by Julien Roche, contractor',
    ],
    [
      'fr',
      'Commentaire de Julien Roche, prestataire',
      'Répondre à Julien Roche, prestataire',
      'Message de Julien Roche, prestataire',
    ],
  ] as const) {
    it(`is in the name of what they wrote: ${lang}`, async () => {
      const [subject, wall] = [uniqueKey(), `page:${uniqueKey()}`];
      const julien = server.client('julien.roche');
      await writeComments(julien, await pageId(julien, subject), 'A remark');
      await writePosts(julien, wall, 'A message');

      const thread = await CommentThreadPage.ready({ subject, lang });
      const written = await thread.untilComment('A remark');
      const page = await (await ActivityWallPage.open({ wall, lang })).loaded();

      await until(() => written.article.ariaLabel === comment, comment);
      await until(() => written.replyButton?.ariaLabel === reply, reply);
      await until(() => page.posts[0]?.element.ariaLabel === post, post);
      const composer = await written.startReply();
      expect(composer.field.ariaLabel).to.equal(reply);
    });
  }
});
