import { expect } from '@open-wc/testing';
import { Network } from '../../support/browser/network.ts';
import { startServer, uniqueKey, type TestServer } from '../../support/browser/server.ts';
import { ActivityWallPage } from '../../support/pages/activity-wall-page.ts';
import { writeComments } from '../comment-thread/thread-writing.ts';
import { pin, writePosts } from './wall-writing.ts';

describe('activity wall: reading', () => {
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
  });

  it('shows pinned posts first, then the latest first', async () => {
    const ines = server.client('ines.carpentier');
    const [old] = await writePosts(ines, wall, 'the old one', 'the middle one', 'the new one');
    await pin(ines, old!);

    const page = await (await ActivityWallPage.open({ wall })).loaded();

    expect(page.texts).to.deep.equal(['the old one', 'the new one', 'the middle one']);
    expect(page.posts.map(({ isPinned }) => isPinned)).to.deep.equal([true, false, false]);
    expect(page.posts[0]!.text).to.contain('Pinned');
  });

  it('asks for all that it shows in one request', async () => {
    await writePosts(server.client('ines.carpentier'), wall, 'one', 'two', 'three');
    network.requests.length = 0;

    const page = await (await ActivityWallPage.open({ wall })).loaded();
    await page.until(() => page.find('parvis-like-button')?.shadowRoot?.querySelector('button'), 'likes are shown');

    expect(page.posts).to.have.length(3);
    expect(network.requests).to.have.length(1);
  });

  it('says who wrote a post, where they work and when, with a link to the post', async () => {
    const [id] = await writePosts(server.client('ines.carpentier'), wall, 'hello');

    const [post] = (await (await ActivityWallPage.open({ wall })).loaded()).posts;

    expect(post!.text).to.match(/Inès Carpentier Communication · now/);
    expect(post!.find('.by a')!.getAttribute('href')).to.equal(`${location.href.replace(/#.*/, '')}#post-${id}`);
    expect(post!.element.ariaLabel).to.equal('Post by Inès Carpentier');
  });

  it('renders rich text', async () => {
    await writePosts(server.client('ines.carpentier'), wall, 'a **bold** word\n\n- for @nadia.benali');

    const [post] = (await (await ActivityWallPage.open({ wall })).loaded()).posts;

    expect(post!.find('strong')!.textContent).to.equal('bold');
    expect(post!.find('li')!.textContent).to.contain('for');
    expect(post!.body).to.contain('@Nadia Benali');
  });

  it('shows where a link leads, and fetches nothing from there', async () => {
    await writePosts(server.client('ines.carpentier'), wall, {
      body: 'look',
      linkUrl: 'https://www.example.org/plans/line-4?page=2',
    });

    const [post] = (await (await ActivityWallPage.open({ wall })).loaded()).posts;

    const link = post!.find('.preview') as HTMLAnchorElement;
    expect(link.href).to.equal('https://www.example.org/plans/line-4?page=2');
    expect(link.textContent.replace(/\s+/g, ' ')).to.contain('example.org/plans/line-4?page=2');
    expect(
      performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .join(),
    ).not.to.contain('example.org');
  });

  it('folds a long post, and unfolds it', async () => {
    await writePosts(server.client('ines.carpentier'), wall, 'A line of text. '.repeat(120), 'short');

    const page = await (await ActivityWallPage.open({ wall })).loaded();
    const post = page.post('A line of text.');
    const folded = post.element.offsetHeight;
    const button = post.find('button[aria-expanded=false].link')!;
    expect(button.textContent.trim()).to.equal('Read more');
    button.click();
    await page.until(() => button.textContent.trim() === 'Read less', 'the post is unfolded');

    expect(post.element.offsetHeight).to.be.greaterThan(folded);
    expect(!!page.post('short').find('.link')).to.equal(false);
  });

  it('invites to write the first post where there is none', async () => {
    const page = await (await ActivityWallPage.open({ wall })).loaded();

    expect(page.text).to.contain('Nothing here yet');
    expect(page.text).to.contain('write the first post');
    expect(!!page.textarea).to.equal(true);
    expect(!!page.find('[role=feed]')).to.equal(false);
  });

  it('opens the discussion of a post in place, and closes it', async () => {
    const ines = server.client('ines.carpentier');
    const [id] = await writePosts(ines, wall, 'what do you think?');
    await writeComments(ines, id!, 'I like it');

    const page = await (await ActivityWallPage.open({ wall })).loaded();
    const [post] = page.posts;
    expect(post!.discussion!.textContent.trim()).to.equal('1 comment');
    expect(!!post!.find('parvis-comment-thread')).to.equal(false);
    post!.discussion!.click();
    await page.until(() => post!.text.includes('I like it'), 'the discussion is shown');

    expect(post!.discussion!.ariaExpanded).to.equal('true');
    post!.discussion!.click();
    await page.until(() => !post!.text.includes('I like it'), 'the discussion is closed');
  });

  it('shows the wall of a person, where only they write', async () => {
    const page = await (await ActivityWallPage.open({ wall: 'person:paul.lefevre' })).loaded();

    expect(page.posts.length).to.be.greaterThan(0);
    expect(!!page.textarea).to.equal(false);
  });

  it('shows the wall of this page', async () => {
    const page = await (await ActivityWallPage.open({ wall: 'page' })).loaded();
    await page.write('for this page');
    await page.untilPost('for this page');
    await page.until(() => page.post('for this page').discussion, 'the server has it');

    ActivityWallPage.close();
    const address = `page:${location.pathname}`;
    expect((await (await ActivityWallPage.open({ wall: address })).loaded()).texts).to.include('for this page');
  });

  it('shows no place to write with composer="none"', async () => {
    const page = await (await ActivityWallPage.open({ wall, composer: 'none' })).loaded();

    expect(!!page.textarea).to.equal(false);
  });

  it('speaks French where its page does', async () => {
    const [id] = await writePosts(server.client('ines.carpentier'), wall, 'bonjour');
    await pin(server.client('ines.carpentier'), id!);

    const page = await (await ActivityWallPage.open({ wall, lang: 'fr' })).loaded();

    await page.until(() => page.text.includes('Épinglé'), 'it speaks French');
    expect(page.posts[0]!.discussion!.textContent.trim()).to.equal('Commenter');
  });

  it('keeps within 320 pixels', async () => {
    const word = 'Geschwindigkeitsbegrenzung'.repeat(4);
    await writePosts(server.client('ines.carpentier'), wall, { body: word, linkUrl: `https://example.org/${word}` });

    const page = await ActivityWallPage.open({ wall });
    page.element.style.width = '320px';
    await page.loaded();

    expect(page.element.scrollWidth).to.be.at.most(320);
    expect(page.posts[0]!.element.scrollWidth).to.be.at.most(320);
  });

  describe('states', () => {
    it('holds the place of what is to come, then shows it', async () => {
      const release = network.hold();

      const page = await ActivityWallPage.open({ wall });
      expect(!!page.find('.skeleton')).to.equal(true);
      expect(page.find('[aria-busy=true]')!.ariaLabel).to.equal('Loading…');
      const { offsetHeight } = page.element;
      release();
      await page.loaded();

      expect(offsetHeight).to.be.greaterThan(300);
      expect(!!page.find('.skeleton')).to.equal(false);
    });

    it('says that the server fails, and tries again when asked', async () => {
      network.refuse('INTERNAL', { requestId: 'r-42' });
      const page = await (await ActivityWallPage.open({ wall })).loaded();
      expect(page.text).to.contain('Something went wrong (reference r-42).');

      network.intercept = undefined;
      page.find('[part=action]')!.click();
      await page.until(() => page.text.includes('Nothing here yet'), 'the wall is shown');
    });

    it('says that it is offline, and comes back with the network', async () => {
      network.cut();
      const page = await (await ActivityWallPage.open({ wall })).loaded();
      expect(page.text).to.contain('You are offline');

      network.intercept = undefined;
      dispatchEvent(new Event('online'));
      await page.until(() => page.text.includes('Nothing here yet'), 'the wall is shown');
    });

    it('offers a way to sign in to those who may read', async () => {
      server.signIn();
      await writePosts(server.client('ines.carpentier'), wall, 'for all');

      const page = await (await ActivityWallPage.open({ wall })).loaded();

      expect(page.texts).to.deep.equal(['for all']);
      expect(!!page.textarea).to.equal(false);
      expect(page.find('.sign-in a')!.getAttribute('href')).to.contain('https://sign-in.example/?return=');
    });

    it('offers a way to sign in to those who may not read', async () => {
      const closed = await startServer({ PARVIS_ANONYMOUS: 'none' });
      closed.signIn();

      const page = await (await ActivityWallPage.open({ wall })).loaded();

      expect(page.text).to.contain('Sign in to take part.');
      expect(page.find('[part=action]')!.getAttribute('href')).to.contain('https://sign-in.example/');
    });

    it('says that the viewer may not see the wall', async () => {
      network.refuse('FORBIDDEN');

      const page = await (await ActivityWallPage.open({ wall })).loaded();

      expect(page.text).to.contain('You do not have access to this.');
    });

    it('says that there is no such wall', async () => {
      const page = await (await ActivityWallPage.open({ wall: 'person:nobody.at-all' })).loaded();

      expect(page.text).to.contain('This is gone, or not for you.');
    });
  });
});
