import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { Network } from '../../support/browser/network.ts';
import { startServer, uniqueKey, type TestServer } from '../../support/browser/server.ts';
import { ActivityWallPage, press } from '../../support/pages/activity-wall-page.ts';
import { HeldTimers } from '../../support/pages/held-timers.ts';
import { announced, focused } from '../../support/pages/shadow-dom.ts';
import { pin, storedPosts, writePosts } from './wall-writing.ts';

describe('activity wall: what becomes of a post', () => {
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
    HeldTimers.release();
    ActivityWallPage.close();
    network.restore();
    localStorage.clear();
  });

  describe('its author', () => {
    it('changes it in place, with the keyboard', async () => {
      await writePosts(server.client('nadia.benali'), wall, 'the *firts* draft');
      const page = await (await ActivityWallPage.open({ wall })).loaded();
      const [post] = page.posts;

      await post!.choose('Edit');
      await page.until(() => focused().matches('textarea'), 'the text has the keyboard');
      expect((focused() as HTMLTextAreaElement).value).to.equal('the *firts* draft');
      await press('Control+a');
      await sendKeys({ type: 'the *first* draft' });
      await press('Control+Enter');
      await page.until(() => post!.body === 'the first draft', 'the post has changed');

      expect(post!.text).to.contain('edited');
      await page.untilFocused(() => post!.menuButton);
      expect((await storedPosts(server.client('ines.carpentier'), wall))[0]!.source).to.equal('the *first* draft');
    });

    it('gives up a change with Escape or Cancel, and nothing has changed', async () => {
      await writePosts(server.client('nadia.benali'), wall, 'as it was');
      const page = await (await ActivityWallPage.open({ wall })).loaded();
      const [post] = page.posts;

      await post!.choose('Edit');
      await page.until(() => focused().matches('textarea'), 'the text has the keyboard');
      await press('Escape');
      await page.untilFocused(() => post!.menuButton);
      await post!.choose('Edit');
      await page.until(() => focused().matches('textarea'), 'the text has the keyboard');
      await sendKeys({ type: 'not this' });
      await page.until(() => post!.text.includes('Cancel'), 'there is a way out');
      for (let i = 0; i < 12 && focused().textContent!.trim() !== 'Cancel'; i++) await press('Tab');
      await press('Enter');
      await page.untilFocused(() => post!.menuButton);

      expect(post!.body).to.equal('as it was');
    });

    it('deletes it, and has it back with Undo', async () => {
      await writePosts(server.client('nadia.benali'), wall, 'one', 'two');
      const page = await (await ActivityWallPage.open({ wall })).loaded();
      const post = page.post('two');

      await post.choose('Delete');
      await page.until(() => focused().textContent?.trim() === 'Undo', 'Undo has the keyboard');
      expect(post.text).to.equal('Post deleted. Undo');
      await press('Enter');
      await page.until(() => page.texts.includes('two'), 'the post is back');

      await page.untilFocused(() => post.menuButton);
      expect(page.texts).to.deep.equal(['two', 'one']);
      expect(await storedPosts(server.client('ines.carpentier'), wall)).to.have.length(2);
    });

    it('loses it when the minute is over, and the keyboard goes to the next post', async () => {
      await writePosts(server.client('nadia.benali'), wall, 'one', 'two', 'three');
      const page = await (await ActivityWallPage.open({ wall })).loaded();
      const minute = new HeldTimers(60_000);

      await page.post('two').choose('Delete');
      await page.until(() => focused().textContent?.trim() === 'Undo', 'Undo has the keyboard');
      await page.until(() => announced() === 'Post deleted.', 'it is announced');
      minute.end();
      await page.until(() => page.posts.length === 2, 'the post is gone');

      expect(page.texts).to.deep.equal(['three', 'one']);
      await page.untilFocused(() => page.post('one').element);
    });

    it('has it back with the reason when the server does not delete it', async () => {
      await writePosts(server.client('nadia.benali'), wall, 'here to stay');
      const page = await (await ActivityWallPage.open({ wall })).loaded();
      const [post] = page.posts;
      network.refuse('RATE_LIMITED');

      await post!.choose('Delete');
      await page.until(() => post!.text.includes('Too many actions at once.'), 'the reason is shown');

      expect(post!.body).to.equal('here to stay');
      await post!.wall.untilFocused(() => post!.menuButton);
    });
  });

  describe('its menu', () => {
    it('offers only what the viewer may do', async () => {
      await writePosts(server.client('paul.lefevre'), wall, 'by Paul');
      await writePosts(server.client('nadia.benali'), wall, 'by Nadia');
      const page = await (await ActivityWallPage.open({ wall })).loaded();

      await page.post('by Paul').openMenu();
      expect(page.post('by Paul').menuItems).to.deep.equal(['Copy link']);
      await press('Escape');
      await page.post('by Nadia').openMenu();
      expect(page.post('by Nadia').menuItems).to.deep.equal(['Copy link', 'Edit', 'Delete']);
    });

    it('is walked with the arrows, Home and End, and left with Escape and Tab', async () => {
      await writePosts(server.client('nadia.benali'), wall, 'by Nadia');
      const [post] = (await (await ActivityWallPage.open({ wall })).loaded()).posts;
      const at = () => focused().textContent.trim();

      await post!.openMenu();
      await press('ArrowUp');
      expect(at()).to.equal('Delete');
      await press('ArrowDown');
      expect(at()).to.equal('Copy link');
      await press('End');
      expect(at()).to.equal('Delete');
      await press('Home');
      expect(at()).to.equal('Copy link');
      await press('Escape');
      await post!.wall.untilFocused(() => post!.menuButton);
      await post!.openMenu();
      await press('Tab');
      expect(post!.find('[popover]')!.matches(':popover-open')).to.equal(false);
    });

    it('copies the address of the post, and says so', async () => {
      const [id] = await writePosts(server.client('nadia.benali'), wall, 'by Nadia');
      const page = await (await ActivityWallPage.open({ wall })).loaded();
      let copied = '';
      const listen = (event: ClipboardEvent) => (copied = event.clipboardData!.getData('text/plain'));
      // A test page may not write to the clipboard by itself: the command is what plain-http pages have.
      const { clipboard } = navigator;
      Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
      window.addEventListener('copy', listen);

      await page.posts[0]!.choose('Copy link');
      await page.until(() => page.text.includes('Link copied'), 'it says so');

      window.removeEventListener('copy', listen);
      Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
      expect(copied).to.equal(`${location.href.replace(/#.*/, '')}#post-${id}`);
    });

    it('says for the whole time after the last copy that the link was copied', async () => {
      await writePosts(server.client('nadia.benali'), wall, 'by Nadia');
      const page = await (await ActivityWallPage.open({ wall })).loaded();
      const notices = new HeldTimers(4_000);
      const { clipboard } = navigator;
      Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });

      await page.posts[0]!.choose('Copy link');
      await page.until(() => notices.waiting.size === 1, 'it is copied');
      const [first] = notices.waiting.keys();
      await page.posts[0]!.choose('Copy link');
      await page.until(() => [...notices.waiting.keys()].at(-1) !== first, 'it is copied again');

      Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
      expect(notices.waiting.has(first!)).to.equal(false);
      expect(page.text).to.contain('Link copied');
    });
  });

  describe('communication staff', () => {
    beforeEach(() => server.signIn('ines.carpentier'));

    it('pin a post to the top, and the keyboard stays with it', async () => {
      await writePosts(server.client('nadia.benali'), wall, 'one', 'two', 'three');
      const page = await (await ActivityWallPage.open({ wall })).loaded();

      await page.post('one').choose('Pin to the top');
      await page.until(() => page.texts[0] === 'one', 'it is at the top');

      await page.untilFocused(() => page.post('one').menuButton);
      await page.until(() => announced() === 'Pinned', 'it is announced');
      expect((await storedPosts(server.client('paul.lefevre'), wall))[0]).to.deep.include({
        source: 'one',
        pinned: true,
      });
    });

    it('take a pin out, and the post goes back to its place', async () => {
      const [one] = await writePosts(server.client('nadia.benali'), wall, 'one', 'two', 'three');
      await pin(server.client('ines.carpentier'), one!);
      const page = await (await ActivityWallPage.open({ wall })).loaded();

      await page.post('one').choose('Unpin');
      await page.until(() => page.texts[2] === 'one', 'it is back in its place');

      expect(page.post('one').isPinned).to.equal(false);
    });

    it('are asked before they delete what somebody else wrote', async () => {
      await writePosts(server.client('nadia.benali'), wall, 'one', 'two');
      const page = await (await ActivityWallPage.open({ wall })).loaded();

      await page.post('two').choose('Delete');
      await page.until(() => focused().textContent?.trim() === 'Keep it', 'the question has the keyboard');
      expect(page.post('two').text).to.contain('This cannot be undone.');
      await press('Escape');
      await page.untilFocused(() => page.post('two').menuButton);
      await page.post('two').choose('Delete');
      await page.until(() => focused().textContent?.trim() === 'Keep it', 'the question has the keyboard');
      await press('Shift+Tab');
      await press('Enter');
      await page.until(() => page.posts.length === 1, 'the post is gone');

      expect(page.texts).to.deep.equal(['one']);
      await page.untilFocused(() => page.post('one').element);
      expect(await storedPosts(server.client('paul.lefevre'), wall)).to.have.length(1);
    });
  });
});
