import { expect } from '@open-wc/testing';
import { Network } from '../../support/browser/network.ts';
import { startServer, uniqueKey, type TestServer } from '../../support/browser/server.ts';
import { CommentThreadPage } from '../../support/pages/comment-thread-page.ts';
import { press } from '../../support/pages/keyboard.ts';
import { focused, textOf } from '../../support/pages/shadow-dom.ts';
import { pageId, writeComments } from './thread-writing.ts';

describe('comment thread: states', () => {
  let server: TestServer;
  let network: Network;
  let subject: string;

  before(async () => (server = await startServer()));
  beforeEach(() => {
    server.signIn('paul.lefevre');
    subject = uniqueKey();
    network = new Network();
  });
  afterEach(() => {
    CommentThreadPage.close();
    network.restore();
  });

  it('invites to write the first comment', async () => {
    const thread = await CommentThreadPage.ready({ subject });

    expect(thread.title).to.equal('Comments 0');
    expect(thread.element.shadowRoot!.textContent).to.contain('No comments yet.');
    await thread.until(() => thread.canComment, 'one can comment');
  });

  it('says that it is offline, and loads when the network is back', async () => {
    network.cut();

    const thread = await CommentThreadPage.ready({ subject });
    expect(thread.notice).to.contain('You are offline.');
    network.intercept = undefined;
    dispatchEvent(new Event('online'));

    await thread.until(() => thread.title === 'Comments 0', 'it has loaded');
  });

  it('says that something went wrong, and loads when asked again', async () => {
    network.refuse('INTERNAL', { requestId: 'a1b2' });

    const thread = await CommentThreadPage.ready({ subject });
    expect(thread.notice).to.contain('a1b2');
    network.intercept = undefined;
    thread.button('Try again')!.focus();
    await press('Enter');

    await thread.until(() => thread.title === 'Comments 0', 'it has loaded');
  });

  it('says that the viewer has no access', async () => {
    network.refuse('FORBIDDEN');

    const thread = await CommentThreadPage.ready({ subject });

    expect(thread.notice).to.contain('You do not have access to this.');
    expect(!!thread.button('Try again')).to.equal(false);
  });

  it('is read by who is signed out, with a way to sign in', async () => {
    const nadia = server.client('nadia.benali');
    await writeComments(nadia, await pageId(nadia, subject), 'For everybody');
    server.signIn();

    const thread = await CommentThreadPage.ready({ subject });
    const comment = await thread.untilComment('For everybody');
    const link = thread.find<HTMLAnchorElement>('a.button')!;

    expect(thread.canComment).to.equal(false);
    expect(!!comment.replyButton).to.equal(false);
    expect(link.textContent.trim()).to.equal('Sign in to comment');
    expect(link.href).to.contain('https://sign-in.example/');
    expect(link.href).to.contain(encodeURIComponent(location.pathname));
  });

  it('asks who may read nothing signed out to sign in', async () => {
    const closed = await startServer({ PARVIS_ANONYMOUS: 'none' });
    closed.signIn();

    const thread = await CommentThreadPage.ready({ subject });

    expect(thread.notice).to.contain('Sign in');
    expect(thread.find<HTMLAnchorElement>('[part=action]')!.href).to.contain('https://sign-in.example/');
  });

  it('speaks French where the page does', async () => {
    const nadia = server.client('nadia.benali');
    await writeComments(nadia, await pageId(nadia, subject), 'Bonjour');

    const thread = await CommentThreadPage.ready({ subject, lang: 'fr' });
    const comment = await thread.untilComment('Bonjour');

    expect(thread.title).to.equal('Commentaires 1');
    expect(comment.replyButton!.textContent.trim()).to.equal('Répondre');
    expect(comment.name).to.equal('Commentaire de Nadia Benali');
  });

  it('holds in 320 pixels, from left to right and from right to left', async () => {
    const nadia = server.client('nadia.benali');
    let above: string | undefined = await pageId(nadia, subject);
    for (const body of ['x'.repeat(200), 'level 1', 'level 2', 'level 3']) {
      [above] = await writeComments(nadia, above!, body);
    }

    for (const dir of ['ltr', 'rtl']) {
      const thread = await CommentThreadPage.ready({ subject, dir });
      thread.element.parentElement!.style.width = '288px';
      await thread.untilComment('level 2');
      await thread.until(() => thread.canComment, 'one can comment');
      await thread.composer.focus();

      expect(thread.element.scrollWidth, dir).to.be.at.most(288);
      for (const element of thread.all('button, textarea, p')) {
        const { left, right } = element.getBoundingClientRect();
        const { left: start, right: end } = thread.element.getBoundingClientRect();
        if (right > left && !element.closest('[popover]')) {
          expect(left, element.outerHTML).to.be.at.least(start - 12);
          expect(right, element.outerHTML).to.be.at.most(end + 12);
        }
      }
      CommentThreadPage.close();
    }
  });

  it('unfolds, shows answers and shows more by keyboard, which follows', async () => {
    const nadia = server.client('nadia.benali');
    const page = await pageId(nadia, subject);
    const bodies = Array.from({ length: 21 }, (_, i) => `Comment ${i + 1}`);
    const [first] = await writeComments(nadia, page, `Long ${'and longer '.repeat(150)}`, ...bodies);
    await writeComments(nadia, first!, 'Answer 1', 'Answer 2', 'Answer 3', 'Answer 4');

    // In French: its words come after those of English, and the keyboard must not be ahead of them.
    const thread = await CommentThreadPage.ready({ subject, lang: 'fr' });
    const comment = await thread.untilComment('Long');
    comment.button('Lire la suite')!.focus();
    await press('Enter');
    await thread.until(() => comment.button('Replier'), 'it is unfolded');
    comment.button('Voir 1 réponse')!.focus();
    await press('Enter');
    await thread.until(() => thread.texts.includes('Answer 4'), 'the answers are there');
    await thread.until(() => thread.comment('Answer 4').isFocused, 'the new answer has the keyboard');
    thread.button('Afficher plus de commentaires')!.focus();
    await press('Enter');
    await thread.untilComment('Comment 20');

    await thread.until(() => thread.comment('Comment 20').isFocused, 'the first new one has the keyboard');
  });

  it('is reached by Tab in the order in which one reads it', async () => {
    const nadia = server.client('nadia.benali');
    await writeComments(nadia, await pageId(nadia, subject), 'One', 'Two');
    const thread = await CommentThreadPage.ready({ subject });
    const comment = await thread.untilComment('One');
    await thread.until(() => thread.canComment, 'one can comment');
    await thread.composer.focus();
    const stops: HTMLElement[] = [];

    thread.order!.focus();
    for (let i = 0; i < 8; i++) {
      await press('Tab');
      stops.push(focused());
    }

    expect(stops[0] === thread.composer.field).to.equal(true);
    expect(stops[1]!.ariaLabel).to.equal('Bold');
    expect(stops[2] === thread.composer.submit).to.equal(true);
    expect(textOf(stops[3])).to.equal('Nadia Benali');
    expect(stops[4]!.localName).to.equal('a');
    expect(stops[5] === comment.likeButton).to.equal(true);
    expect(stops[6] === comment.replyButton).to.equal(true);
    expect(stops[7] === comment.moreButton).to.equal(true);
  });
});
