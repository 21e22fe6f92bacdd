import { expect } from '@open-wc/testing';
import { Network } from '../../support/browser/network.ts';
import { startServer, uniqueKey, type TestServer } from '../../support/browser/server.ts';
import { FollowButtonPage } from '../../support/pages/follow-button-page.ts';
import { press } from '../../support/pages/keyboard.ts';
import { hasFocus } from '../../support/pages/shadow-dom.ts';
import { makeGroup } from '../groups/group-writing.ts';
import { stored } from './follow-writing.ts';

describe('follow button: following', () => {
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
    FollowButtonPage.close();
    network.restore();
  });

  const asPaul = async () => (await stored(server.client('paul.lefevre'), subject)).viewerFollow;

  it('follows by a press, then offers how much to hear, and ends that again', async () => {
    const page = await FollowButtonPage.ready({ subject });
    expect([page.label, page.isPressed, page.button.ariaHasPopup]).to.eql(['Follow', false, null]);

    page.button.click();
    await page.untilSays('Following');
    await page.untilSaved();
    expect([page.isPressed, page.button.ariaHasPopup, page.button.ariaExpanded]).to.eql([true, 'menu', 'false']);
    expect(await asPaul()).to.equal('ALL');

    page.button.click();
    await page.until(() => page.items.length, 'the menu is open');
    expect(page.itemLabels).to.eql([
      'Everything new',
      'Answers to me',
      'Only mentions of me',
      'Nothing',
      'No longer follow',
    ]);
    expect([page.checked, page.button.ariaExpanded]).to.eql(['Everything new', 'true']);
    page.choose('Only mentions of me');
    await page.untilSays('Following: mentions');
    await page.untilSaved(2);
    expect(await asPaul()).to.equal('MENTIONS');

    page.button.click();
    await page.until(() => page.items.length, 'the menu is open');
    expect(page.checked).to.equal('Only mentions of me');
    page.choose('No longer follow');
    await page.untilSays('Follow');
    await page.untilSaved(3);
    expect([page.isPressed, page.button.ariaHasPopup, await asPaul()]).to.eql([false, null, null]);
    expect(page.saved.map(({ level }) => level)).to.eql(['ALL', 'MENTIONS', null]);
  });

  it('is not pressed where it is muted', async () => {
    const page = await FollowButtonPage.ready({ subject });
    page.button.click();
    await page.untilSaved();
    await page.openMenu();

    page.choose('Nothing');
    await page.untilSays('Muted');
    await page.untilSaved(2);

    expect([page.isPressed, page.button.ariaHasPopup, await asPaul()]).to.eql([false, 'menu', 'NONE']);
  });

  it('is worked by keyboard as a menu button is', async () => {
    const page = await FollowButtonPage.ready({ subject });
    page.button.focus();
    await press('Enter');
    await page.untilSays('Following');
    await page.untilSaved();
    expect(hasFocus(page.button)).to.equal(true);

    await page.openMenu(' ');
    expect(page.focusedItem).to.equal('Everything new');
    await press('ArrowDown');
    await press('ArrowDown');
    expect(page.focusedItem).to.equal('Only mentions of me');
    await press('Escape');
    await page.until(() => !page.items.length && hasFocus(page.button), 'it is closed, and the keyboard is back');
    expect(page.button.ariaExpanded).to.equal('false');

    await page.openMenu('ArrowUp');
    expect(page.focusedItem).to.equal('No longer follow');
    await press('Home');
    expect(page.focusedItem).to.equal('Everything new');
    await press('Escape');
    await page.openMenu('ArrowDown');
    await press('ArrowDown');
    await press('Enter');
    await page.untilSays('Following: answers');
    await page.untilSaved(2);
    await page.until(() => hasFocus(page.button), 'the keyboard is back');
    expect(page.saved.at(-1)!.level).to.equal('ANSWERS');

    await page.openMenu();
    expect(page.focusedItem).to.equal('Answers to me');
  });

  it('closes its menu by a second press', async () => {
    const page = await FollowButtonPage.ready({ subject });
    page.button.click();
    await page.untilSaved();
    page.button.click();
    await page.until(() => page.items.length, 'the menu is open');

    page.button.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    page.find<HTMLElement>('[popover]')!.hidePopover();
    page.button.click();
    await page.until(() => page.button.ariaExpanded === 'false', 'it says that it is closed');

    expect(page.items.length).to.equal(0);
  });

  it('shows a choice before the server has it, and puts it back with the reason when it does not take it', async () => {
    const page = await FollowButtonPage.ready({ subject });
    const release = network.hold();
    page.button.click();
    await page.untilSays('Following');
    expect(page.saved.length).to.equal(0);
    release();
    await page.untilSaved();

    network.refuse('RATE_LIMITED');
    await page.openMenu();
    page.choose('Nothing');
    await page.until(() => page.notice, 'it says why');

    expect(page.notice).to.contain('Too many actions at once.');
    expect([page.label, page.isPressed, await inDatabase()]).to.eql(['Following', true, 'ALL']);
  });

  const inDatabase = () => {
    network.intercept = undefined;
    return asPaul();
  };

  it('says that the network is away, and follows when asked to try again', async () => {
    const page = await FollowButtonPage.ready({ subject });
    network.cut();
    page.button.click();
    await page.until(() => page.notice, 'it says why');
    expect(page.notice).to.contain('You are offline.');
    expect(page.label).to.equal('Follow');

    network.intercept = undefined;
    page.action!.click();
    await page.untilSays('Following');
    await page.untilSaved();

    expect([page.notice, await asPaul()]).to.eql(['', 'ALL']);
  });

  it('sums up what is chosen while another choice is on its way', async () => {
    const page = await FollowButtonPage.ready({ subject });
    const release = network.hold();
    page.button.click();
    await page.untilSays('Following');
    for (const [choice, says] of [
      ['Nothing', 'Muted'],
      ['No longer follow', 'Follow'],
    ] as const) {
      await page.openMenu();
      page.choose(choice);
      await page.untilSays(says);
    }
    const before = network.requests.length;
    release();
    await page.untilSaved();

    expect(network.requests.length - before).to.equal(1);
    expect([page.label, await asPaul()]).to.eql(['Follow', null]);
  });

  it('follows people and groups by their names, and never oneself', async () => {
    const { handle, name } = await makeGroup(server.client('ines.carpentier'));
    const [person, group, oneself] = await FollowButtonPage.openAll(
      { person: 'nadia.benali' },
      { group: handle },
      { person: 'paul.lefevre' },
    );
    await person!.until(() => person!.button && group!.button, 'there are buttons');
    expect([person!.button.ariaLabel, group!.button.ariaLabel]).to.eql(['Follow, Nadia Benali', `Follow, ${name}`]);
    await oneself!.until(() => !oneself!.isLoading, 'it is known who that is');
    expect(!!oneself!.button).to.equal(false);

    for (const page of [person!, group!]) {
      page.button.click();
      await page.untilSaved();
    }

    expect(person!.button.ariaLabel).to.equal('Following, Nadia Benali');
    person!.button.click();
    await person!.until(() => person!.items.length, 'the menu is open');
    person!.choose('No longer follow');
    await person!.untilSaved(2);
  });

  it('stores the title of the page that is followed', async () => {
    document.title = 'The page of this test';
    const page = await FollowButtonPage.ready();
    page.button.click();
    await page.untilSaved();

    const here = location.origin + location.pathname.replace(/\/$/, '');
    expect((await stored(server.client('paul.lefevre'), here)).title).to.equal(document.title);
  });
});
