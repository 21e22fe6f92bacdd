import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { Network } from '../../support/browser/network.ts';
import { startServer, uniqueKey, type TestServer } from '../../support/browser/server.ts';
import { ActivityWallPage, press } from '../../support/pages/activity-wall-page.ts';
import { focused } from '../../support/pages/shadow-dom.ts';
import { UnsentPage } from '../../support/pages/unsent-page.ts';
import { pin, storedPosts, writePosts } from './wall-writing.ts';

describe('activity wall: writing a post', () => {
  let server: TestServer;
  let network: Network;
  let wall: string;

  before(async () => {
    server = await startServer();
  });

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

  it('appears at once below the pinned ones, and then is real', async () => {
    const ines = server.client('ines.carpentier');
    const [pinned] = await writePosts(ines, wall, 'pinned', 'older');
    await pin(ines, pinned!);
    const page = await (await ActivityWallPage.open({ wall })).loaded();
    const release = network.hold();

    await page.write('the shuttle runs');
    const sending = await page.untilPost('the shuttle runs');
    expect(sending.isSending).to.equal(true);
    expect(sending.text).to.contain('Sending…');
    expect(!!sending.discussion).to.equal(false);
    expect(page.texts).to.deep.equal(['pinned', 'the shuttle runs', 'older']);
    release();
    await page.until(() => !page.post('the shuttle runs').isSending, 'it is real');

    expect(page.texts).to.deep.equal(['pinned', 'the shuttle runs', 'older']);
    expect(page.textarea!.value).to.equal('');
    const stored = await storedPosts(ines, wall);
    expect(stored.map(({ source }) => source)).to.deep.equal(['pinned', 'the shuttle runs', 'older']);
  });

  it('goes back to the form with the reason when the server refuses it', async () => {
    const page = await (await ActivityWallPage.open({ wall })).loaded();
    network.refuse('RATE_LIMITED');

    await page.write('one too many');
    await page.until(() => page.text.includes('Too many actions at once.'), 'the reason is shown');

    expect(page.textarea!.value).to.equal('one too many');
    expect(page.posts).to.have.length(0);
  });

  it('goes back to the form with the time to wait when it was too much', async () => {
    const page = await (await ActivityWallPage.open({ wall })).loaded();
    const refusal = { code: 'RATE_LIMITED', message: 'Too much.', retryAfter: 42 };
    const answer = [{ data: { addPost: { post: null, userErrors: [refusal] } } }];
    network.intercept = () => Promise.resolve(Response.json(answer));

    await page.write('too soon');
    await page.until(() => page.text.includes('Try again in 42 seconds.'), 'the time is shown');

    expect(page.textarea!.value).to.equal('too soon');
    network.intercept = undefined;
    page.textarea!.focus();
    await press('Control+Enter');
    await page.untilPost('too soon');
  });

  it('comes to the wall once when the answer was lost and it is sent again', async () => {
    const page = await (await ActivityWallPage.open({ wall })).loaded();
    network.intercept = async (_request, pass) => {
      await pass();
      throw new TypeError('Failed to fetch');
    };

    await page.write('only once');
    const unsent = new UnsentPage(page.element);
    await unsent.untilOnly('only once');
    expect(page.textarea!.value).to.equal('');
    network.intercept = undefined;
    unsent.button('Send now').click();
    const post = await page.untilPost('only once');
    await unsent.untilNone();

    expect(post.wall.texts).to.deep.equal(['only once']);
    expect(await storedPosts(server.client('ines.carpentier'), wall)).to.have.length(1);
  });

  it('shows in every wall of the page', async () => {
    const page = await (await ActivityWallPage.open({ wall })).loaded();
    const other = await (await ActivityWallPage.open({ wall, composer: 'none' })).loaded();

    await page.write('seen twice');
    await page.untilPost('seen twice');
    await other.untilPost('seen twice');
  });

  it('can have a link, typed without https', async () => {
    const page = await (await ActivityWallPage.open({ wall })).loaded();
    page.textarea!.focus();
    await sendKeys({ type: 'the plan' });
    await page.until(() => page.find('.add'), 'a link can be added');
    page.find('.add')!.focus();
    await press('Enter');
    await page.until(() => focused().matches('input[type=url]'), 'the link has the keyboard');
    await sendKeys({ type: 'example.org/plan' });
    page.textarea!.focus();
    await press('Control+Enter');
    await page.until(() => page.posts[0]?.find('.discuss'), 'it is sent');

    const [stored] = await storedPosts(server.client('ines.carpentier'), wall);
    expect(stored).to.deep.include({ source: 'the plan', linkUrl: 'https://example.org/plan' });
    expect(page.posts[0]!.text).to.contain('example.org');
    expect(!!page.find('input[type=url]')).to.equal(false);
  });

  it('is not sent with a link that is none, and says so at the link', async () => {
    const page = await (await ActivityWallPage.open({ wall })).loaded();
    page.textarea!.focus();
    await sendKeys({ type: 'the plan' });
    await page.until(() => page.find('.add'), 'a link can be added');
    page.find('.add')!.click();
    await page.until(() => focused().matches('input[type=url]'), 'the link has the keyboard');
    await sendKeys({ type: 'javascript:alert(1)' });
    page.textarea!.focus();
    await press('Control+Enter');
    await page.until(() => page.text.includes('This is not a web address.'), 'it says so');

    expect(focused().getAttribute('aria-invalid')).to.equal('true');
    expect(page.textarea!.value).to.equal('the plan');
    expect(page.posts).to.have.length(0);
  });
});
