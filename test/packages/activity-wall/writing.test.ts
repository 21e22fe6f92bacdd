import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { startServer, uniqueKey, type TestServer } from '../../support/browser/server.ts';
import { ActivityWallPage, focused, press } from '../../support/pages/activity-wall-page.ts';
import { pin, storedPosts, writePosts } from './wall-writing.ts';

describe('activity wall: writing', () => {
  const { fetch } = window;
  let server: TestServer;
  let wall: string;

  /** Lets requests whose body contains `text` through when the returned function is called. */
  const holdRequests = (text: string): (() => void) => {
    let go!: () => void;
    const gate = new Promise<void>((resolve) => (go = resolve));
    window.fetch = async (input, init) => {
      if (String(init?.body).includes(text)) await gate;
      return fetch(input, init);
    };
    return go;
  };

  before(async () => {
    server = await startServer();
  });

  beforeEach(() => {
    wall = `page:${uniqueKey()}`;
    server.signIn('nadia.benali');
  });

  afterEach(() => {
    ActivityWallPage.close();
    window.fetch = fetch;
    localStorage.clear();
  });

  describe('a post', () => {
    it('appears at once below the pinned ones, and then is real', async () => {
      const ines = server.client('ines.carpentier');
      const [pinned] = await writePosts(ines, wall, 'pinned', 'older');
      await pin(ines, pinned!);
      const page = await (await ActivityWallPage.open({ wall })).loaded();
      const go = holdRequests('addPost');

      await page.write('the shuttle runs');
      const sending = await page.untilPost('the shuttle runs');
      expect(sending.isSending).to.equal(true);
      expect(sending.text).to.contain('Sending…');
      expect(sending.discussion).to.equal(undefined);
      expect(page.texts).to.deep.equal(['pinned', 'the shuttle runs', 'older']);
      go();
      await page.until(() => !page.post('the shuttle runs').isSending, 'it is real');

      expect(page.texts).to.deep.equal(['pinned', 'the shuttle runs', 'older']);
      expect(page.textarea!.value).to.equal('');
      const stored = await storedPosts(ines, wall);
      expect(stored.map(({ source }) => source)).to.deep.equal(['pinned', 'the shuttle runs', 'older']);
    });

    it('goes back to the form with the reason when the server refuses it', async () => {
      const page = await (await ActivityWallPage.open({ wall })).loaded();
      const refusal = { data: { addPost: { post: null, userErrors: [{ code: 'RATE_LIMITED', message: 'x' }] } } };
      window.fetch = (input, init) =>
        String(init?.body).includes('addPost')
          ? Promise.resolve(new Response(JSON.stringify([refusal])))
          : fetch(input, init);

      await page.write('one too many');
      await page.until(() => page.text.includes('That was very fast.'), 'the reason is shown');

      expect(page.textarea!.value).to.equal('one too many');
      expect(page.posts).to.have.length(0);
    });

    it('comes to the wall once when the answer was lost and it is sent again', async () => {
      const page = await (await ActivityWallPage.open({ wall })).loaded();
      let lost = 0;
      window.fetch = async (input, init) => {
        const response = await fetch(input, init);
        if (!String(init?.body).includes('addPost') || lost++ > 2) return response;
        throw new TypeError('network');
      };

      await page.write('only once');
      await page.until(() => page.text.includes('You are offline'), 'the reason is shown');
      expect(page.textarea!.value).to.equal('only once');
      page.textarea!.focus();
      await press('Control+Enter');
      const post = await page.untilPost('only once');
      await page.until(() => page.textarea!.value === '', 'it is sent');

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
      expect(page.find('input[type=url]')).to.equal(undefined);
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
      await page.until(() => focused() === post!.menuButton, 'the menu has the keyboard');
      expect((await storedPosts(server.client('ines.carpentier'), wall))[0]!.source).to.equal('the *first* draft');
    });

    it('gives up a change with Escape or Cancel, and nothing has changed', async () => {
      await writePosts(server.client('nadia.benali'), wall, 'as it was');
      const page = await (await ActivityWallPage.open({ wall })).loaded();
      const [post] = page.posts;

      await post!.choose('Edit');
      await page.until(() => focused().matches('textarea'), 'the text has the keyboard');
      await sendKeys({ type: 'not this' });
      const cancel = page.find('parvis-post-editor')!;
      await page.until(() => post!.text.includes('Cancel'), 'there is a way out');
      cancel.shadowRoot!
        .querySelector('parvis-post-form')!
        .shadowRoot!.querySelector('parvis-composer')!
        .dispatchEvent(new Event('parvis-composer-cancel'));
      await page.until(() => focused() === post!.menuButton, 'the menu has the keyboard');

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

      await page.until(() => focused() === post.menuButton, 'the menu has the keyboard');
      expect(page.texts).to.deep.equal(['two', 'one']);
      expect(await storedPosts(server.client('ines.carpentier'), wall)).to.have.length(2);
    });

    it('loses it when the minute is over, and the keyboard goes to the next post', async () => {
      await writePosts(server.client('nadia.benali'), wall, 'one', 'two', 'three');
      const page = await (await ActivityWallPage.open({ wall })).loaded();
      const { setTimeout } = window;
      const minute: (() => void)[] = [];
      window.setTimeout = ((act: () => void, delay?: number) =>
        delay === 60_000 ? minute.push(act) : setTimeout(act, delay)) as typeof window.setTimeout;

      try {
        await page.post('two').choose('Delete');
        await page.until(() => focused().textContent?.trim() === 'Undo', 'Undo has the keyboard');
        await page.until(() => document.querySelector('[role=status]')?.textContent === 'Post deleted.', 'it is announced');
        minute.forEach((act) => act());
        await page.until(() => page.posts.length === 2, 'the post is gone');
      } finally {
        window.setTimeout = setTimeout;
      }

      expect(page.texts).to.deep.equal(['three', 'one']);
      expect(focused()).to.equal(page.post('one').element);
    });

    it('has it back with the reason when the server does not delete it', async () => {
      await writePosts(server.client('nadia.benali'), wall, 'here to stay');
      const page = await (await ActivityWallPage.open({ wall })).loaded();
      const [post] = page.posts;
      window.fetch = () => Promise.resolve(new Response('{}', { status: 429 }));

      await post!.choose('Delete');
      await page.until(() => post!.text.includes('That was very fast.'), 'the reason is shown');

      expect(post!.body).to.equal('here to stay');
      expect(focused()).to.equal(post!.menuButton);
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
      expect(focused()).to.equal(post!.menuButton);
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
  });

  describe('communication staff', () => {
    beforeEach(() => server.signIn('ines.carpentier'));

    it('pin a post to the top, and the keyboard stays with it', async () => {
      await writePosts(server.client('nadia.benali'), wall, 'one', 'two', 'three');
      const page = await (await ActivityWallPage.open({ wall })).loaded();

      await page.post('one').choose('Pin to the top');
      await page.until(() => page.texts[0] === 'one', 'it is at the top');

      expect(focused()).to.equal(page.post('one').menuButton);
      await page.until(() => document.querySelector('[role=status]')?.textContent === 'Pinned', 'it is announced');
      expect((await storedPosts(server.client('paul.lefevre'), wall))[0]).to.deep.include({ source: 'one', pinned: true });
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
      await page.until(() => focused() === page.post('two').menuButton, 'the menu has the keyboard');
      await page.post('two').choose('Delete');
      await page.until(() => focused().textContent?.trim() === 'Keep it', 'the question has the keyboard');
      await press('Shift+Tab');
      await press('Enter');
      await page.until(() => page.posts.length === 1, 'the post is gone');

      expect(page.texts).to.deep.equal(['one']);
      expect(focused()).to.equal(page.post('one').element);
      expect(await storedPosts(server.client('paul.lefevre'), wall)).to.have.length(1);
    });
  });
});
