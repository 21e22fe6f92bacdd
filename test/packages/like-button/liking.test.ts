import { expect } from '@open-wc/testing';
import type { LikeToggledEvent, LikeToggleEvent } from '@parvis/like-button';
import { Network } from '../../support/browser/network.ts';
import { startServer, uniqueKey, type TestServer } from '../../support/browser/server.ts';
import { press } from '../../support/pages/keyboard.ts';
import { LikeButtonPage } from '../../support/pages/like-button-page.ts';
import { hasFocus } from '../../support/pages/shadow-dom.ts';
import { react, stored } from './reaction-writing.ts';

describe('like button: liking', () => {
  let server: TestServer;
  let network: Network;
  let subject: string;

  before(async () => (server = await startServer()));
  beforeEach(() => {
    server.signIn('paul.lefevre');
    subject = uniqueKey();
    network = new Network();
  });
  afterEach(async () => {
    await LikeButtonPage.close();
    network.restore();
  });

  const asPaul = () => stored(server.client('paul.lefevre'), subject);

  it('likes by a click, and takes the like back by another', async () => {
    const button = await LikeButtonPage.ready({ subject });
    expect(button.isPressed).to.equal(false);
    expect(button.name).to.equal('Like');
    expect(!!button.count).to.equal(false);

    button.like.click();
    await button.until(() => button.isPressed, 'it is liked');
    await button.untilSaved();
    expect(button.name).to.equal('Like, 1 person');
    expect(button.total).to.equal(1);
    expect(await asPaul()).to.include({ viewerReaction: 'LIKE', reactionCount: 1 });

    button.like.click();
    await button.until(() => !button.isPressed, 'it is not liked any more');
    await button.untilSaved(2);
    expect(button.name).to.equal('Like');
    expect(await asPaul()).to.include({ viewerReaction: null, reactionCount: 0 });
  });

  it('likes by keyboard, which stays on the button', async () => {
    const button = await LikeButtonPage.ready({ subject });

    button.like.focus();
    await press('Enter');
    await button.until(() => button.isPressed, 'it is liked');
    await button.untilSaved();
    await press(' ');
    await button.until(() => !button.isPressed, 'it is not liked any more');

    expect(hasFocus(button.like)).to.equal(true);
  });

  it('adds to what others did', async () => {
    await react(server.client('nadia.benali'), subject);
    await react(server.client('chloe.lefebvre'), subject, 'LOVE');

    const button = await LikeButtonPage.ready({ subject });
    expect(button.name).to.equal('Like, 2 people');
    expect(button.count!.ariaLabel).to.equal('2 people reacted. See who');
    button.like.click();

    await button.until(() => button.name === 'Like, 3 people', 'there are three');
    expect(button.total).to.equal(3);
  });

  it('shows a like before the server has it, and puts it back with the reason when it does not take it', async () => {
    const button = await LikeButtonPage.ready({ subject });
    const release = network.hold();

    button.like.click();
    await button.until(() => button.isPressed && button.total === 1, 'it shows at once');
    release();
    await button.untilSaved();

    network.refuse('RATE_LIMITED');
    button.like.click();
    await button.until(() => button.notice, 'it says why');

    expect(button.notice).to.contain('Too many actions at once.');
    expect(button.isPressed).to.equal(true);
    expect(button.total).to.equal(1);
  });

  it('says that the network is away where it is not known who likes, and likes when asked to try again', async () => {
    const button = await LikeButtonPage.ready({ subject });
    network.cut();

    button.like.click();
    await button.until(() => button.notice, 'it says why');
    expect(button.notice).to.contain('You are offline.');
    expect(button.isPressed).to.equal(false);
    network.intercept = undefined;
    button.action!.click();

    await button.until(() => button.isPressed && !button.notice, 'it is liked');
    await button.untilSaved();
    expect(await asPaul()).to.include({ viewerReaction: 'LIKE' });
  });

  it('counts once when the answer is lost on its way', async () => {
    const button = await LikeButtonPage.ready({ subject });
    let lost = 0;
    network.intercept = async (_request, pass) => {
      const response = await pass();
      if (lost++) return response;
      throw new TypeError('Failed to fetch');
    };

    button.like.click();
    await button.until(() => lost === 2, 'it was sent again');
    await button.untilSaved();

    expect(button.notice).to.equal('');
    expect(await asPaul()).to.include({ viewerReaction: 'LIKE', reactionCount: 1 });
  });

  for (const clicks of [5, 6]) {
    it(`ends in the last choice after ${clicks} rapid clicks`, async () => {
      const button = await LikeButtonPage.ready({ subject });
      const expected = clicks % 2 ? 'LIKE' : null;

      for (let i = 0; i < clicks; i++) button.like.click();
      await button.untilSaved();

      expect(button.isPressed).to.equal(expected === 'LIKE');
      expect(button.total).to.equal(clicks % 2);
      expect(await asPaul()).to.include({ viewerReaction: expected, reactionCount: clicks % 2 });
      expect(network.count('setReaction')).to.be.lessThan(3);
    });
  }

  it('shows in every other button of the same subject', async () => {
    const [first, second, total, other] = await LikeButtonPage.openAll(
      { subject },
      { subject, variant: 'compact' },
      { subject, variant: 'count' },
      { subject: uniqueKey() },
    );
    await first!.until(() => first!.like && second!.like && other!.like, 'there are buttons');

    first!.like.click();
    await second!.until(() => second!.isPressed && second!.total === 1, 'the other shows it');

    expect(total!.find('.total')!.ariaLabel).to.equal('Like, 1 person');
    expect(other!.isPressed).to.equal(false);
  });

  it('can be held back by the page', async () => {
    const button = await LikeButtonPage.ready({ subject });
    let asked: LikeToggleEvent | undefined;
    const hold = (event: LikeToggleEvent) => {
      event.preventDefault();
      asked = event;
    };
    document.body.addEventListener('parvis-like-toggle', hold, { once: true });

    button.like.click();
    await button.until(() => asked, 'the page is asked');

    expect(asked!.reaction).to.equal('LIKE');
    expect(button.isPressed).to.equal(false);
    expect(await asPaul()).to.include({ viewerReaction: null });
  });

  it('tells the page once the server has it', async () => {
    const button = await LikeButtonPage.ready({ subject });
    let told: LikeToggledEvent | undefined;
    document.body.addEventListener('parvis-like-toggled', (event) => (told = event), { once: true });
    const release = network.hold();

    button.like.click();
    await button.until(() => button.isPressed, 'it shows');
    expect(told).to.equal(undefined);
    release();
    await button.until(() => told, 'the page is told');

    expect(told).to.include({ reaction: 'LIKE', count: 1 });
  });
});
