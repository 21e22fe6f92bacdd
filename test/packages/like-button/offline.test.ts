import { expect } from '@open-wc/testing';
import { defaultClient } from '@parvis/core/client/default-client.js';
import { Network } from '../../support/browser/network.ts';
import { startServer, uniqueKey, type TestServer } from '../../support/browser/server.ts';
import { LikeButtonPage } from '../../support/pages/like-button-page.ts';
import { kept } from '../core/unsent/kept-texts.ts';
import { stored } from './reaction-writing.ts';

describe('like button: without the network', () => {
  let server: TestServer;
  let network: Network;
  let subject: string;
  let button: LikeButtonPage;

  before(async () => (server = await startServer()));
  beforeEach(async () => {
    server.signIn('paul.lefevre');
    subject = uniqueKey();
    network = new Network();
    button = await LikeButtonPage.ready({ subject });
    await defaultClient().session();
  });
  afterEach(async () => {
    await LikeButtonPage.close();
    network.restore();
    localStorage.clear();
  });

  const asPaul = () => stored(server.client('paul.lefevre'), subject);
  const likeOffline = async () => {
    network.cut();
    button.like.click();
    await button.until(() => kept().length === 1, 'it is kept');
  };
  const goOnline = () => {
    network.intercept = undefined;
    dispatchEvent(new Event('online'));
  };

  it('keeps a like, and sends it when the network is back', async () => {
    await likeOffline();
    expect(button.isPressed).to.equal(true);
    expect(button.notice).to.equal('');

    goOnline();
    await button.untilSaved();

    expect(kept()).to.eql([]);
    expect(button.isPressed).to.equal(true);
    expect(button.total).to.equal(1);
    expect(await asPaul()).to.include({ viewerReaction: 'LIKE', reactionCount: 1 });
  });

  it('keeps what was chosen last, also where it is chosen before the first was sent', async () => {
    await likeOffline();

    network.intercept = undefined;
    button.like.click();
    await button.until(() => !button.isPressed, 'it is taken back');
    await button.untilSaved();

    expect(button.saved[0]!.reaction).to.equal(null);
    expect(kept()).to.eql([]);
    expect(button.isPressed).to.equal(false);
    expect(await asPaul()).to.include({ viewerReaction: null, reactionCount: 0 });
  });

  it('puts the like back and says why when the server does not take it later', async () => {
    await likeOffline();

    goOnline();
    network.intercept = ({ operations }, pass) =>
      operations.some(({ query }) => query.includes('setReaction'))
        ? Promise.resolve(
            Response.json(operations.map(() => ({ errors: [{ message: '', extensions: { code: 'FORBIDDEN' } }] }))),
          )
        : pass();
    await button.until(() => button.notice, 'it says why');

    expect(button.isPressed).to.equal(false);
    expect(kept()).to.eql([]);
  });
});
