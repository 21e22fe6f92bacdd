import { expect } from '@open-wc/testing';
import { Network } from '../../support/browser/network.ts';
import { startServer, uniqueKey, type TestServer } from '../../support/browser/server.ts';
import { press } from '../../support/pages/keyboard.ts';
import { LikeButtonPage } from '../../support/pages/like-button-page.ts';
import { textOf } from '../../support/pages/shadow-dom.ts';
import { react } from './reaction-writing.ts';

describe('like button: states', () => {
  let server: TestServer;
  let network: Network;
  let subject: string;

  before(async () => (server = await startServer()));
  beforeEach(() => {
    server.signIn('paul.lefevre');
    subject = uniqueKey();
    network = new Network();
  });
  afterEach(async () => {
    await LikeButtonPage.close();
    network.restore();
  });

  const noticed = (button: LikeButtonPage) => button.until(() => button.notice, 'it says what went wrong');

  it('asks for forty buttons of forty pages in one operation of one request', async () => {
    const subjects = Array.from({ length: 40 }, uniqueKey);
    await react(server.client('nadia.benali'), subjects[30]!);
    network.requests.length = 0;

    const buttons = await LikeButtonPage.openAll(...subjects.map((each) => ({ subject: each })));
    await buttons[0]!.until(() => buttons.every(({ like }) => like), 'there are forty buttons');

    expect(network.requests.map(({ operations }) => operations.length)).to.eql([1]);
    expect(buttons.map(({ total }) => total)).to.eql(subjects.map((_, i) => Number(i === 30)));
  });

  it('likes the page that it stands on', async () => {
    const button = await LikeButtonPage.ready();

    button.like.click();
    await button.untilSaved();

    const { keys } = network.requests[0]!.operations[0]!.variables as { keys: string[] };
    expect(keys).to.eql([location.origin + location.pathname.replace(/\/$/, '')]);
    const write = network.requests.at(-1)!.operations[0]!.variables as { input: { page: object } };
    expect(write.input.page).to.eql({ title: document.title, url: keys[0] });
    button.like.click();
    await button.untilSaved(2);
  });

  for (const variant of ['button', 'compact'] as const) {
    it(`keeps the room of its first paint while it loads, as ${variant}`, async () => {
      const release = network.hold();

      const button = await LikeButtonPage.open({ subject, variant });
      expect(button.isLoading).to.equal(true);
      const before = button.element.getBoundingClientRect();
      release();
      await button.until(() => button.like, 'there is a button');
      const after = button.element.getBoundingClientRect();

      expect(after.height).to.equal(before.height);
      expect(Math.abs(after.width - before.width)).to.be.lessThan(24);
    });
  }

  it('is no larger as a button than what it holds needs', async () => {
    const button = await LikeButtonPage.ready({ subject });

    const pill = button.find('.pill')!.getBoundingClientRect();
    const like = button.like.getBoundingClientRect();

    expect(pill.width - like.width).to.be.lessThan(3);
    expect(pill.height - like.height).to.be.lessThan(5);
  });

  it('shows how many, and does nothing, as a count', async () => {
    await react(server.client('nadia.benali'), subject, 'LOVE');

    const button = await LikeButtonPage.open({ subject, variant: 'count' });
    await button.until(() => button.find('.total'), 'there is a count');

    expect(textOf(button.find('.total'))).to.equal('1');
    expect(button.find('.total')!.ariaLabel).to.equal('Like, 1 person');
    expect(button.all('button').length).to.equal(0);
  });

  it('says what went wrong, and loads when asked to try again', async () => {
    network.refuse('INTERNAL', { requestId: 'abc-1' });
    const button = await LikeButtonPage.open({ subject });
    await noticed(button);
    expect(button.notice).to.contain('Something went wrong (reference abc-1).');

    network.intercept = undefined;
    button.action!.click();

    await button.until(() => button.like && !button.notice, 'there is a button');
  });

  it('says that one is offline, and loads by itself when the network is back', async () => {
    network.cut();
    const button = await LikeButtonPage.open({ subject });
    await noticed(button);
    expect(button.notice).to.contain('You are offline.');

    network.intercept = undefined;
    dispatchEvent(new Event('online'));

    await button.until(() => button.like && !button.notice, 'there is a button');
  });

  it('says who may not see it', async () => {
    network.refuse('FORBIDDEN');

    const button = await LikeButtonPage.open({ subject });
    await noticed(button);

    expect(button.notice).to.contain('You do not have access to this.');
    expect(!!button.action).to.equal(false);
  });

  it('says that what it stands for is gone', async () => {
    const button = await LikeButtonPage.open({ subject: btoa('Comment:none').replace(/=+$/, '') });

    await noticed(button);

    expect(button.notice).to.contain('This is gone, or not for you.');
  });

  it('leads to the sign-in where one who has not signed in likes, and offers no other reactions', async () => {
    await react(server.client('nadia.benali'), subject);
    network.requests.length = 0;
    server.signIn();
    const button = await LikeButtonPage.ready({ subject });
    expect(button.total).to.equal(1);

    button.like.focus();
    await press('ArrowDown');
    await press('Enter');
    await noticed(button);

    expect(button.notice).to.contain('Sign in to take part.');
    const address = new URL((button.action as HTMLAnchorElement).href);
    expect(address.origin).to.equal('https://sign-in.example');
    expect(address.searchParams.get('return')).to.equal(location.href);
    expect(button.reactions.length).to.equal(0);
    expect(button.isPressed).to.equal(false);
    expect(network.count('setReaction')).to.equal(0);
  });

  it('leads to the sign-in where nobody may read without', async () => {
    const closed = await startServer({ PARVIS_ANONYMOUS: 'none' });
    closed.signIn();

    const button = await LikeButtonPage.open({ subject });
    await noticed(button);

    expect((button.action as HTMLAnchorElement).href).to.contain('https://sign-in.example/');
  });

  it('asks again as somebody who has signed in', async () => {
    await react(server.client('paul.lefevre'), subject);
    server.signIn();
    const button = await LikeButtonPage.ready({ subject });
    expect(button.isPressed).to.equal(false);

    server.signIn('paul.lefevre');

    await button.until(() => button.like && button.isPressed, 'it is theirs');
  });

  it('speaks French where the page does', async () => {
    await react(server.client('nadia.benali'), subject);

    const button = await LikeButtonPage.ready({ subject, lang: 'fr' });

    expect(textOf(button.like)).to.equal('J’aime');
    expect(button.name).to.equal('J’aime, 1 personne');
    expect(button.count!.ariaLabel).to.equal('1 personne a réagi. Voir qui');
    await button.openPicker();
    expect(button.reactionNames).to.eql(['J’aime', 'J’adore', 'Bravo', 'Éclairant', 'Soutien', 'Drôle']);
  });

  it('shows another page when its subject changes', async () => {
    const other = uniqueKey();
    await react(server.client('nadia.benali'), other);
    const button = await LikeButtonPage.ready({ subject });

    button.element.subject = other;

    await button.until(() => button.total === 1, 'it shows the other');
  });
});
