import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { Network } from '../../support/browser/network.ts';
import { startServer, uniqueKey, type TestServer } from '../../support/browser/server.ts';
import { press } from '../../support/pages/keyboard.ts';
import { LikeButtonPage } from '../../support/pages/like-button-page.ts';
import { findAll, focused, hasFocus, textOf } from '../../support/pages/shadow-dom.ts';
import { handles, react } from './reaction-writing.ts';

describe('like button: who reacted', () => {
  let server: TestServer;
  let network: Network;
  let subject: string;
  let crowded: string;

  before(async () => {
    server = await startServer();
    crowded = uniqueKey();
    const crowd = (await handles(server.client())).slice(0, 25);
    for (const handle of crowd) await react(server.client(handle), crowded, handle === crowd[0] ? 'LOVE' : 'LIKE');
  });
  beforeEach(() => {
    server.signIn('paul.lefevre');
    subject = uniqueKey();
    network = new Network();
  });
  afterEach(async () => {
    await LikeButtonPage.close();
    network.restore();
  });

  const withThree = async () => {
    await react(server.client('nadia.benali'), subject);
    await react(server.client('chloe.lefebvre'), subject, 'LOVE');
    await react(server.client('ines.carpentier'), subject);
    return LikeButtonPage.ready({ subject });
  };

  it('is named by people, latest first, where the count is pressed', async () => {
    const button = await withThree();

    await button.openReactors();

    expect(button.reactors).to.eql(['Inès Carpentier', 'Chloé Lefebvre', 'Nadia Benali']);
    expect(button.dialog!.ariaLabel).to.equal('3 people reacted. See who');
    expect(button.all('li [role=img]').map(({ ariaLabel }) => ariaLabel)).to.eql(['Like', 'Love', 'Like']);
    expect(textOf(button.find('li small'))).to.contain(' · ');
    expect(button.dialog!.contains(focused())).to.equal(true);
  });

  it('can be sorted out by reaction', async () => {
    const button = await withThree();
    await button.openReactors();

    button.filter('Love, 1 person').click();
    await button.until(() => button.reactors.length === 1, 'there is one');
    expect(button.reactors).to.eql(['Chloé Lefebvre']);
    expect(button.filter('Love, 1 person').ariaPressed).to.equal('true');
    button.filter('All, 3 people').click();

    await button.until(() => button.reactors.length === 3, 'there are three');
  });

  it('shows what was asked last, however late the answers come', async () => {
    const button = await withThree();
    await button.openReactors();
    const waiting: (() => void)[] = [];
    network.intercept = async (_request, pass) => {
      await new Promise<void>((resolve) => waiting.push(resolve));
      return pass();
    };

    button.filter('Love, 1 person').click();
    await button.until(() => waiting.length === 1, 'it asks');
    button.filter('All, 3 people').click();
    await button.until(() => waiting.length === 2, 'it asks again');
    waiting[1]!();
    await button.until(() => button.reactors.length, 'there are people');
    waiting[0]!();
    network.intercept = undefined;
    await button.until(() => !button.isLoading, 'nothing is on its way');

    expect(button.reactors.length).to.equal(3);
  });

  it('shows each once where one changes to a filter and back before an answer', async () => {
    const button = await withThree();
    await button.openReactors();
    const release = network.hold();

    button.filter('Love, 1 person').click();
    button.filter('All, 3 people').click();
    button.filter('Love, 1 person').click();
    await button.until(() => network.count('query Reactors') > 1, 'it asks');
    release();
    await button.until(() => !button.isLoading, 'nothing is on its way');

    expect(button.reactors).to.eql(['Chloé Lefebvre']);
  });

  it('comes twenty at a time, the keyboard on the first new one', async () => {
    const button = await LikeButtonPage.ready({ subject: crowded });
    await button.openReactors();
    expect(button.reactors.length).to.equal(20);

    button.button('Show more')!.focus();
    await press('Enter');
    await button.until(() => button.reactors.length === 25, 'there are all');
    await button.until(
      () => textOf(findAll(focused(), '[part=name]')[0]) === button.reactors[20],
      'it has the keyboard',
    );

    expect(new Set(button.reactors).size).to.equal(25);
    expect(!!button.button('Show more')).to.equal(false);
  });

  it('goes by Escape, with the keyboard back on the count', async () => {
    const button = await withThree();
    await button.openReactors();

    await press('Escape');

    await button.until(() => !button.dialog, 'it is gone');
    expect(hasFocus(button.count)).to.equal(true);
  });

  it('is reached, sorted out and left by keyboard alone', async () => {
    const button = await withThree();
    button.like.focus();

    await press('Tab');
    await press('Enter');
    await button.until(() => button.reactors.length === 3, 'there are three');
    await press('Tab', 2);
    await press('Enter');
    await button.until(() => button.reactors.length === 2, 'there are those who like');
    await press('Escape');

    await button.until(() => !button.dialog, 'it is gone');
    expect(hasFocus(button.count)).to.equal(true);
  });

  it('says why nobody is named, and tries again when asked to', async () => {
    const button = await withThree();
    network.refuse('INTERNAL');
    button.count!.click();
    await button.until(() => button.notice, 'it says why');

    network.intercept = undefined;
    button.action!.click();

    await button.until(() => button.reactors.length === 3, 'there are three');
    expect(button.notice).to.equal('');
  });

  it('stays within a window of 320 px, as do the other reactions', async () => {
    await setViewport({ width: 320, height: 640 });
    const button = await withThree();
    const isInside = (element: Element) => {
      const { left, right } = element.getBoundingClientRect();
      return left >= 0 && right <= 320;
    };

    await button.openPicker();
    expect(button.reactions.every(isInside)).to.equal(true);
    await press('Escape');
    await button.openReactors();

    expect(innerWidth).to.equal(320);
    expect(isInside(button.dialog!)).to.equal(true);
    await setViewport({ width: 800, height: 600 });
  });
});
