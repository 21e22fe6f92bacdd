import { expect } from '@open-wc/testing';
import { Network } from '../../support/browser/network.ts';
import { startServer, uniqueKey, type TestServer } from '../../support/browser/server.ts';
import { press } from '../../support/pages/keyboard.ts';
import { LikeButtonPage } from '../../support/pages/like-button-page.ts';
import { hasFocus } from '../../support/pages/shadow-dom.ts';
import { stored } from './reaction-writing.ts';

const ALL = ['Like', 'Love', 'Celebrate', 'Insightful', 'Support', 'Funny'];

describe('like button: other reactions', () => {
  let server: TestServer;
  let subject: string;

  before(async () => (server = await startServer()));
  beforeEach(() => {
    server.signIn('paul.lefevre');
    subject = uniqueKey();
  });
  afterEach(() => LikeButtonPage.close());

  const asPaul = () => stored(server.client('paul.lefevre'), subject);
  const offered = (button: LikeButtonPage) => button.until(() => button.reactions.length, 'reactions are offered');
  const closed = (button: LikeButtonPage) => button.until(() => !button.reactions.length, 'they are gone');

  it('offers them where the mouse rests, without taking the keyboard', async () => {
    const button = await LikeButtonPage.ready({ subject });

    await button.hover();
    await offered(button);

    expect(button.reactionNames).to.eql(ALL);
    expect(button.focusedReaction).to.equal('');
    expect(button.like.ariaExpanded).to.equal('true');
  });

  it('keeps them open on the way to them, and closes them once the mouse has left', async () => {
    const button = await LikeButtonPage.ready({ subject });
    await button.hover();
    await offered(button);

    await button.hover(button.reaction('Support'));
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(button.reactionNames).to.eql(ALL);
    await button.leave();

    await closed(button);
  });

  it('reacts by a click on one of them', async () => {
    const button = await LikeButtonPage.ready({ subject });
    await button.hover();
    await offered(button);

    button.reaction('Celebrate').click();
    await button.until(() => button.name === 'Celebrate, 1 person', 'it shows');
    await closed(button);
    await button.untilSaved();

    expect(button.isPressed).to.equal(true);
    expect(await asPaul()).to.include({ viewerReaction: 'CELEBRATE', reactionCount: 1 });
  });

  it('offers them to a finger that holds, whose lifting then likes nothing', async () => {
    const button = await LikeButtonPage.ready({ subject });

    button.touch('pointerdown');
    await offered(button);
    button.touch('pointerup');
    button.like.click();

    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(button.reactionNames).to.eql(ALL);
    expect(button.isPressed).to.equal(false);
  });

  it('offers them where the browser says by itself that a finger holds', async () => {
    const button = await LikeButtonPage.ready({ subject });

    button.touch('pointerdown', 'contextmenu');

    await offered(button);
  });

  it('likes by a short touch, also after one that was held', async () => {
    const button = await LikeButtonPage.ready({ subject });
    button.touch('pointerdown');
    await offered(button);
    button.touch('pointerup');
    await press('Escape');
    await closed(button);

    button.touch('pointerdown', 'pointerup');
    button.like.click();

    await button.until(() => button.isPressed, 'it is liked');
    expect(button.name).to.equal('Like, 1 person');
  });

  it('likes by keyboard after a hold that ended in no click', async () => {
    const button = await LikeButtonPage.ready({ subject });
    button.touch('pointerdown');
    await offered(button);
    button.touch('pointerup');
    await press('Escape');
    await closed(button);

    button.like.focus();
    await press('Enter');

    await button.until(() => button.isPressed, 'it is liked');
  });

  it('takes a finger that scrolls for neither', async () => {
    const button = await LikeButtonPage.ready({ subject });

    button.touch('pointerdown', 'pointercancel');
    await new Promise((resolve) => setTimeout(resolve, 600));

    expect(button.reactions.length).to.equal(0);
    expect(button.isPressed).to.equal(false);
  });

  it('opens by arrow-down, moves by arrows, Home and End, and chooses by Enter', async () => {
    const button = await LikeButtonPage.ready({ subject });
    expect(button.like.getAttribute('aria-haspopup')).to.equal('menu');
    expect(button.like.ariaExpanded).to.equal('false');

    await button.openPicker();
    const visited = [button.focusedReaction];
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'End', 'Home']) {
      await press(key);
      visited.push(button.focusedReaction);
    }
    expect(visited).to.eql(['Like', 'Love', 'Celebrate', 'Love', 'Like', 'Funny', 'Like', 'Funny', 'Like']);
    await press('ArrowRight');
    await press('Enter');

    await button.until(() => button.name === 'Love, 1 person', 'it shows');
    await closed(button);
    expect(hasFocus(button.like)).to.equal(true);
    await button.untilSaved();
    expect(await asPaul()).to.include({ viewerReaction: 'LOVE' });
  });

  it('moves the other way round where one reads from right to left', async () => {
    const button = await LikeButtonPage.ready({ subject, dir: 'rtl' });

    await button.openPicker();
    await press('ArrowLeft');

    expect(button.focusedReaction).to.equal('Love');
    const { left: like } = button.reaction('Like').getBoundingClientRect();
    expect(button.reaction('Love').getBoundingClientRect().left).to.be.lessThan(like);
  });

  it('closes by Escape, with the keyboard back on the button', async () => {
    const button = await LikeButtonPage.ready({ subject });
    await button.openPicker();

    await press('Escape');

    await closed(button);
    expect(hasFocus(button.like)).to.equal(true);
    expect(button.isPressed).to.equal(false);
    await button.until(() => button.like.ariaExpanded === 'false', 'it says that it is closed');
  });

  it('closes by Tab, which goes on', async () => {
    const [button, next] = await LikeButtonPage.openAll({ subject }, { subject: uniqueKey() });
    await button!.until(() => button!.like && next!.like, 'there are buttons');
    await button!.openPicker();

    await press('Tab');

    await closed(button!);
    expect(hasFocus(next!.like)).to.equal(true);
  });

  it('starts at the reaction one has, and takes it back when it is chosen again', async () => {
    const button = await LikeButtonPage.ready({ subject });
    await button.openPicker();
    await press('End');
    await press('Enter');
    await button.untilSaved();

    await button.openPicker();
    expect(button.focusedReaction).to.equal('Funny');
    expect(button.reactions.map(({ ariaChecked }) => ariaChecked === 'true')).to.eql(
      ALL.map((name) => name === 'Funny'),
    );
    await press('Enter');

    await button.until(() => !button.isPressed && button.name === 'Like', 'it is taken back');
    await button.untilSaved(2);
    expect(await asPaul()).to.include({ viewerReaction: null, reactionCount: 0 });
  });

  it('changes a like into another reaction, which counts as one', async () => {
    const button = await LikeButtonPage.ready({ subject });
    button.like.click();
    await button.untilSaved();

    await button.openPicker();
    await press('ArrowRight');
    await press('Enter');
    await button.untilSaved(2);

    expect(button.name).to.equal('Love, 1 person');
    expect(await asPaul()).to.include({ viewerReaction: 'LOVE', reactionCount: 1 });
  });

  it('takes a reaction back by a click on the button, whichever it is', async () => {
    const button = await LikeButtonPage.ready({ subject });
    await button.openPicker();
    await press('End');
    await press('Enter');
    await button.untilSaved();

    button.like.click();

    await button.until(() => !button.isPressed && button.name === 'Like', 'it is taken back');
  });

  it('puts the former reaction back when the server does not take another', async () => {
    const button = await LikeButtonPage.ready({ subject });
    button.like.click();
    await button.untilSaved();
    const network = new Network();
    network.refuse('NOT_FOUND');

    await button.openPicker();
    await press('End');
    await press('Enter');
    await button.until(() => button.notice, 'it says why');
    network.restore();

    expect(button.name).to.equal('Like, 1 person');
    expect(button.notice).to.contain('This is gone, or not for you.');
  });

  it('offers the like alone where the page or the server wants so', async () => {
    const likeOnly = await startServer({ PARVIS_REACTIONS: 'like' });
    for (const attributes of [{ reactions: 'like' }, {}]) {
      if (!attributes.reactions) likeOnly.signIn('paul.lefevre');
      const button = await LikeButtonPage.ready({ subject, ...attributes });

      button.like.focus();
      await press('ArrowDown');
      await button.hover();
      button.touch('pointerdown');
      await new Promise((resolve) => setTimeout(resolve, 700));

      expect(button.reactions.length).to.equal(0);
      expect(button.like.getAttribute('aria-haspopup')).to.equal(null);
      expect(button.like.ariaExpanded).to.equal(null);
      await LikeButtonPage.close();
    }
  });
});
