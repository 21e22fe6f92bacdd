import '@parvis/loader/start.js';
import { expect } from '@open-wc/testing';
import { startServer, uniqueKey, type TestServer } from '../../support/browser/server.ts';
import { CommentThreadPage } from '../../support/pages/comment-thread-page.ts';
import { LikeButtonPage } from '../../support/pages/like-button-page.ts';
import { followsAddress } from './following-address.ts';

describe('what is about this page, when a script goes to another address', () => {
  const address = location.href;
  let server: TestServer;
  const said: string[] = [];
  const { warn } = console;

  before(async () => {
    server = await startServer();
    server.signIn('paul.lefevre');
    console.warn = (...words: unknown[]) => void said.push(words.join(' '));
  });
  after(() => void (console.warn = warn));
  afterEach(async () => {
    await LikeButtonPage.close();
    CommentThreadPage.close();
    document.head.querySelector('link[rel=canonical]')?.remove();
    history.replaceState(null, '', address);
    said.length = 0;
  });

  followsAddress(() => server, { isTold: true });

  it('forgets a canonical link that speaks of the address before', async () => {
    const [first, second] = [`/${uniqueKey()}`, `/${uniqueKey()}`];
    history.pushState(null, '', first);
    document.head.insertAdjacentHTML('beforeend', `<link rel="canonical" href="${first}/">`);
    const button = await LikeButtonPage.ready();
    button.like.click();
    await button.untilSaved();

    history.pushState(null, '', second);
    await button.until(() => !!button.like && !button.isPressed, 'it is of the second page');
    history.back();
    await button.until(() => !!button.like && button.isPressed, 'it is of the first page again');
    history.pushState(null, '', second);
    document.head.querySelector('link[rel=canonical]')!.setAttribute('href', `${first}?id=2`);

    await button.until(() => !!button.like && !button.isPressed, 'it is of the page that the link names now');
  });

  it('says once in the console that a canonical link is not taken', async () => {
    history.pushState(null, '', `/${uniqueKey()}`);
    document.head.insertAdjacentHTML('beforeend', '<link rel="canonical" href="https://www.example.com/news">');

    const button = await LikeButtonPage.ready();
    await button.until(() => said.length > 0, 'it is said');
    history.pushState(null, '', `/${uniqueKey()}`);
    await button.until(() => !!button.like, 'it goes on');

    expect(said.filter((text) => text.includes('canonical')).length).to.equal(1);
    expect(said[0]).to.match(/https:\/\/www\.example\.com\/news.*is ignored.*PARVIS_ORIGINS/);
  });

  it('says in the console that two queries of one path are one page', async () => {
    const path = `/${uniqueKey()}`;
    history.pushState(null, '', `${path}?id=12&utm_source=mail`);
    const button = await LikeButtonPage.ready();

    history.pushState(null, '', `${path}?id=12&utm_source=intranet&token=x`);
    history.pushState(null, '', `/${uniqueKey()}`);
    history.pushState(null, '', `${path}?id=13`);
    await button.until(() => said.length > 0, 'it is said');

    expect(said.length).to.equal(1);
    expect(said[0])
      .to.contain(path)
      .and.to.match(/different queries.*one discussion.*canonical/);
    expect(said[0]).not.to.contain('id=1');
  });
});
