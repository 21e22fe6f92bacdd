import { expect, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { Network } from '../../support/browser/network.ts';
import { startServer, uniqueKey, type TestServer } from '../../support/browser/server.ts';
import { ActivityWallPage, press } from '../../support/pages/activity-wall-page.ts';
import { announced, focused, readText } from '../../support/pages/shadow-dom.ts';
import { writeComments } from '../comment-thread/thread-writing.ts';
import { pin, remove, writePosts } from './wall-writing.ts';

describe('activity wall: moving about', () => {
  const twelve = Array.from({ length: 12 }, (_, i) => `post ${i + 1}`);
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
    history.replaceState(null, '', location.pathname + location.search);
    scrollTo(0, 0);
  });

  describe('more posts', () => {
    it('come with a button, the keyboard on the first of them, and are announced', async () => {
      await writePosts(server.client('ines.carpentier'), wall, ...twelve);
      const page = await (await ActivityWallPage.open({ wall, 'page-size': '5' })).loaded();
      expect(page.posts).to.have.length(5);

      page.showMore!.focus({ preventScroll: true });
      await press('Enter');
      await page.until(() => page.posts.length >= 10, 'more posts are shown');

      await page.untilFocused(() => page.post('post 7').element);
      await page.until(() => announced().includes('5 more posts'), 'they are announced');
    });

    it('end with a word that these are all', async () => {
      await writePosts(server.client('ines.carpentier'), wall, ...twelve.slice(0, 4));
      const page = await (await ActivityWallPage.open({ wall, 'page-size': '3' })).loaded();

      page.showMore!.click();
      await page.until(() => page.posts.length === 4, 'more posts are shown');

      expect(!!page.showMore).to.equal(false);
      expect(page.text).to.contain('You have seen all posts.');
    });

    it('say why they do not come, and come when tried again', async () => {
      await writePosts(server.client('ines.carpentier'), wall, ...twelve.slice(0, 4));
      const page = await (await ActivityWallPage.open({ wall, 'page-size': '3' })).loaded();

      network.refuse('INTERNAL');
      page.showMore!.click();
      await page.until(() => page.text.includes('Something went wrong'), 'it says why');
      expect(page.posts).to.have.length(3);
      network.intercept = undefined;
      page.find('[part=action]')!.click();
      await page.until(() => page.posts.length === 4, 'more posts are shown');
    });

    it('come by themselves near the end for a reader who scrolls, three times, so that the end can be reached', async () => {
      await writePosts(server.client('ines.carpentier'), wall, ...twelve, ...twelve);
      const page = await (await ActivityWallPage.open({ wall, 'page-size': '5' })).loaded();
      expect(page.posts).to.have.length(5);

      await page.until(() => {
        scrollTo(0, document.documentElement.scrollHeight);
        return page.posts.length === 20;
      }, 'three more pages are shown');
      for (let i = 0; i < 5; i++) {
        scrollTo(0, i % 2 ? document.documentElement.scrollHeight : 0);
        await nextFrame();
      }

      expect(page.posts).to.have.length(20);
      expect(page.showMore!.textContent!.trim()).to.equal('Show more posts');
    });

    it('bring each post once, whatever is written or pinned meanwhile', async () => {
      const ines = server.client('ines.carpentier');
      const [first] = await writePosts(ines, wall, ...twelve.slice(0, 6));
      const page = await (await ActivityWallPage.open({ wall, 'page-size': '3' })).loaded();
      await pin(ines, first!);
      await page.write('in between');
      await page.untilPost('in between');

      page.showMore!.click();
      await page.until(() => page.showMore === undefined, 'all posts are shown');

      expect([...new Set(page.texts)]).to.have.length(page.texts.length);
    });
  });

  describe('the keyboard', () => {
    it('steps from post to post with Page Down and Page Up, past all that is in them', async () => {
      await writePosts(server.client('ines.carpentier'), wall, ...twelve.slice(0, 3));
      const page = await (await ActivityWallPage.open({ wall })).loaded();

      page.post('post 3').menuButton.focus();
      await press('PageDown');
      await page.untilFocused(() => page.post('post 2').element);
      await press('PageDown');
      await page.untilFocused(() => page.post('post 1').element);
      await press('PageUp');
      await page.untilFocused(() => page.post('post 2').element);
    });

    it('leaves the posts with Control+Home and Control+End', async () => {
      await writePosts(server.client('ines.carpentier'), wall, ...twelve);
      const page = await (await ActivityWallPage.open({ wall, 'page-size': '2' })).loaded();

      page.post('post 12').menuButton.focus();
      await press('Control+End');
      await page.untilFocused(() => page.find('.end'));
      await press('Tab');
      await page.untilFocused(() => page.showMore);
      page.post('post 12').menuButton.focus();
      await press('Control+Home');
      await page.untilFocused(() => page.textarea);
    });

    it('keeps Page Down where one writes', async () => {
      await writePosts(server.client('nadia.benali'), wall, 'one', 'two');
      const page = await (await ActivityWallPage.open({ wall })).loaded();

      await page.post('two').choose('Edit');
      await page.until(() => focused().matches('textarea'), 'the text has the keyboard');
      await press('PageDown');

      expect(focused().matches('textarea')).to.equal(true);
    });

    it('reaches everything in a post with Tab', async () => {
      await writePosts(server.client('nadia.benali'), wall, { body: 'by Nadia', linkUrl: 'https://example.org/' });
      const page = await (await ActivityWallPage.open({ wall })).loaded();
      const [post] = page.posts;
      await page.until(() => post!.find('parvis-like-button')?.shadowRoot?.querySelector('.like'), 'likes are shown');

      post!.element.focus();
      const reached: string[] = [];
      for (let i = 0; i < 6; i++) {
        await press('Tab');
        reached.push(focused().ariaLabel ?? readText(focused()));
      }

      expect(reached[0]).to.equal('Nadia Benali');
      expect(reached[1]).to.match(/now/);
      expect(reached[2]).to.equal('More actions');
      expect(reached[3]).to.contain('example.org');
      expect(reached[4]).to.match(/^Like/);
      expect(reached[5]).to.equal('Comment');
    });
  });

  describe('a link to a post', () => {
    it('leads to it, and marks it', async () => {
      const ids = await writePosts(server.client('ines.carpentier'), wall, ...twelve.slice(0, 5));
      location.hash = `#post-${ids[2]}`;
      const page = await (await ActivityWallPage.open({ wall })).loaded();

      await page.untilFocused(() => page.post('post 3').element);

      expect(page.post('post 3').element.hasAttribute('linked')).to.equal(true);
      expect(page.post('post 3').element.getBoundingClientRect().top).to.be.within(0, innerHeight);
      expect(!!page.linkedPost).to.equal(false);
    });

    it('leads to one that is not among those read, shown above with a word that says so', async () => {
      const ids = await writePosts(server.client('ines.carpentier'), wall, ...twelve);
      location.hash = `#post-${ids[0]}`;
      const page = await (await ActivityWallPage.open({ wall, 'page-size': '3' })).loaded();

      await page.until(() => page.linkedPost, 'the post is shown');
      expect(page.linkedPost!.body).to.equal('post 1');
      expect(page.text).to.contain('You followed a link to this post.');
      await page.untilFocused(() => page.linkedPost!.element);
    });

    it('is asked for together with the wall', async () => {
      const ids = await writePosts(server.client('ines.carpentier'), wall, ...twelve.slice(0, 2));
      location.hash = `#post-${ids[0]}`;
      network.requests.length = 0;

      const page = await (await ActivityWallPage.open({ wall })).loaded();
      await page.untilFocused(() => page.post('post 1').element);

      expect(network.requests).to.have.length(1);
    });

    it('is followed while the page is open', async () => {
      const ids = await writePosts(server.client('ines.carpentier'), wall, ...twelve.slice(0, 5));
      const page = await (await ActivityWallPage.open({ wall })).loaded();

      location.hash = `#post-${ids[1]}`;
      await page.untilFocused(() => page.post('post 2').element);
      page.post('post 4').find('.by a')!.click();
      await page.untilFocused(() => page.post('post 4').element);
    });

    it('says so when the post no longer exists', async () => {
      const ines = server.client('ines.carpentier');
      const [id] = await writePosts(ines, wall, 'gone');
      await remove(ines, id!);
      location.hash = `#post-${id}`;

      const page = await (await ActivityWallPage.open({ wall })).loaded();

      await page.until(() => page.text.includes('no longer exists'), 'it says so');
    });

    it('is left to the wall that the post stands on', async () => {
      const other = `page:${uniqueKey()}`;
      const ids = await writePosts(server.client('ines.carpentier'), other, 'elsewhere');
      location.hash = `#post-${ids[0]}`;

      const page = await (await ActivityWallPage.open({ wall })).loaded();

      expect(!!page.linkedPost).to.equal(false);
      expect(page.text).not.to.contain('no longer exists');
    });

    it('to a comment opens the discussion that holds it', async () => {
      const ines = server.client('ines.carpentier');
      const [id] = await writePosts(ines, wall, 'what do you think?', 'another');
      const [commentId] = await writeComments(ines, id!, 'I like it');
      location.hash = `#comment-${commentId}`;

      const page = await (await ActivityWallPage.open({ wall })).loaded();
      await page.until(() => page.post('what do').text.includes('I like it'), 'the comment is shown');

      expect(!!page.post('another').find('parvis-comment-thread')).to.equal(false);
    });
  });

  it('shows the card of an author when their name is pressed', async () => {
    await writePosts(server.client('ines.carpentier'), wall, 'hello');
    const page = await (await ActivityWallPage.open({ wall })).loaded();

    page.posts[0]!.element.focus();
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await page.until(() => page.text.includes('Responsable de la communication interne'), 'the card is shown');
  });
});
