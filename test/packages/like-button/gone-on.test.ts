import { expect } from '@open-wc/testing';
import { Network } from '../../support/browser/network.ts';
import { startServer, uniqueKey } from '../../support/browser/server.ts';
import { LikeButtonPage } from '../../support/pages/like-button-page.ts';
import { stored } from './reaction-writing.ts';

// In a file of its own: the code of what a click does must not be there yet.
it('a like is stored for what the button has gone on to, also while that is being read', async () => {
  const server = await startServer();
  server.signIn('paul.lefevre');
  const network = new Network();
  const [former, next] = [uniqueKey(), uniqueKey()];
  const button = await LikeButtonPage.ready({ subject: former });
  const release = network.hold();

  button.element.subject = next;
  button.like.click();
  await import('@parvis/like-button/like-actions.js');
  await button.until(() => !button.like, 'the next is being read');
  release();
  await button.untilSaved();

  const asPaul = server.client('paul.lefevre');
  expect(await stored(asPaul, next)).to.include({ viewerReaction: 'LIKE', reactionCount: 1 });
  expect(await stored(asPaul, former)).to.include({ viewerReaction: null });
  await LikeButtonPage.close();
  network.restore();
});
