import '@parvis/loader/start.js';
import { expect } from '@open-wc/testing';
import { defaultClient } from '@parvis/core/client/default-client.js';
import { resync } from '@parvis/core/events/resync.js';
import { Network } from '../../support/browser/network.ts';
import { startServer, uniqueKey, type TestServer } from '../../support/browser/server.ts';
import { ActivityWallPage, press } from '../../support/pages/activity-wall-page.ts';
import { announced, hasFocus } from '../../support/pages/shadow-dom.ts';
import { writeComments } from '../comment-thread/thread-writing.ts';
import { pin, remove, writePosts } from './wall-writing.ts';

describe('activity wall: what others do meanwhile', () => {
  let server: TestServer;
  let network: Network;
  let wall: string;

  before(async () => (server = await startServer()));
  beforeEach(() => {
    network = new Network();
    wall = `page:${uniqueKey()}`;
    server.signIn('nadia.benali');
  });
  afterEach(() => {
    ActivityWallPage.close();
    network.restore();
    localStorage.clear();
  });

  const paul = () => server.client('paul.lefevre');
  const offer = (page: ActivityWallPage) =>
    page.find('parvis-new-posts')?.shadowRoot?.querySelector<HTMLButtonElement>('[part=button]');

  it('offers new posts, and shows them when the reader says so', async () => {
    await writePosts(paul(), wall, 'Known');
    const page = await (await ActivityWallPage.open({ wall })).loaded();
    page.textarea!.focus();
    for (const field of ['parvis-link-field', 'parvis-kind-field'])
      await page.until(() => page.find(field)?.shadowRoot?.querySelector('button'), 'its tools have come');
    const { top } = page.posts[0]!.element.getBoundingClientRect();

    await writePosts(paul(), wall, 'One', 'Two');
    await page.until(() => offer(page)?.textContent.includes('2 new posts'), 'they are offered');

    expect(page.texts).to.eql(['Known']);
    expect(page.posts[0]!.element.getBoundingClientRect().top).to.equal(top);
    expect(hasFocus(page.textarea)).to.equal(true);
    await page.until(() => announced().includes('new post'), 'it is announced');
    await expect(page.element).to.be.accessible();
    offer(page)!.focus();
    await press('Enter');
    await page.until(() => page.texts.length === 3, 'they are there');
    expect(page.texts).to.eql(['Two', 'One', 'Known']);
    await page.untilFocused(() => page.posts[0]!.element);
    expect(offer(page)).to.equal(undefined);
  });

  it('offers them in French', async () => {
    await writePosts(paul(), wall, 'Known');
    const page = await ActivityWallPage.open({ wall });
    page.element.parentElement!.lang = 'fr';
    await page.loaded();

    await writePosts(paul(), wall, 'One');

    await page.until(() => offer(page)?.textContent.includes('1 nouveau message'), 'it is offered');
    await page.until(() => announced().includes('1 nouveau message.'), 'it is announced');
  });

  it('shows one’s own post at once, from wherever it comes', async () => {
    await writePosts(paul(), wall, 'Known');
    const page = await (await ActivityWallPage.open({ wall })).loaded();

    await writePosts(server.client('nadia.benali'), wall, 'From my phone');

    await page.untilPost('From my phone');
    expect(offer(page)).to.equal(undefined);
  });

  it('shows pins, deletions and counts of comments where the posts stand', async () => {
    const [first, second] = await writePosts(paul(), wall, 'First', 'Second', 'Third');
    const page = await (await ActivityWallPage.open({ wall })).loaded();
    const ines = server.client('ines.carpentier');

    await pin(ines, first!);
    await page.until(() => page.post('First').isPinned, 'it is pinned');
    await writeComments(paul(), first!, 'Look');
    await page.until(() => page.post('First').text.includes('1 comment'), 'it is counted');
    expect(page.texts).to.eql(['Third', 'Second', 'First']);
    await remove(ines, second!);
    await page.until(() => page.texts.length === 2, 'it is gone');

    expect(page.texts).to.eql(['Third', 'First']);
  });

  it('reads again after a gap: what is gone goes, what is new is offered', async () => {
    network.silence();
    const [, second] = await writePosts(paul(), wall, 'First', 'Second', 'Third');
    const page = await (await ActivityWallPage.open({ wall, 'page-size': '2' })).loaded();
    expect(page.texts).to.eql(['Third', 'Second']);

    await remove(paul(), second!);
    await writePosts(paul(), wall, 'Fourth');
    resync(defaultClient());
    await page.until(() => offer(page)?.textContent.includes('1 new post'), 'it is offered');

    expect(page.texts.slice(0, 1)).to.eql(['Third']);
    expect(page.texts).not.to.contain('Second');
  });
});
