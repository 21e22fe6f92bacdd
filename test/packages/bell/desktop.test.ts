import '@parvis/loader/start.js';
import { expect } from '@open-wc/testing';
import { startServer, type TestServer, uniqueKey } from '../../support/browser/server.ts';
import { BellPage } from '../../support/pages/bell-page.ts';
import { until } from '../../support/pages/until.ts';
import { comment, readAll, unread } from './telling.ts';

/** What the operating system shows, and how it was allowed to. */
class ShownNotification {
  static permission: NotificationPermission = 'default';
  static answer: NotificationPermission = 'granted';
  static asked = 0;
  static all: ShownNotification[] = [];
  static requestPermission(): Promise<NotificationPermission> {
    this.asked++;
    this.permission = this.answer;
    return Promise.resolve(this.answer);
  }

  onclick: (() => void) | null = null;
  isClosed = false;
  constructor(
    readonly title: string,
    readonly options: NotificationOptions,
  ) {
    ShownNotification.all.push(this);
  }
  close(): void {
    this.isClosed = true;
  }
}

describe('bell: what the operating system shows', () => {
  const { Notification } = window;
  let server: TestServer;

  before(async () => (server = await startServer()));
  beforeEach(async () => {
    Object.assign(ShownNotification, { permission: 'default', answer: 'granted', asked: 0, all: [] });
    Object.assign(window, { Notification: ShownNotification });
    look(true);
    server.signIn('paul.lefevre');
    await readAll(server.client('paul.lefevre'));
  });
  afterEach(() => {
    look(true);
    BellPage.close();
    localStorage.clear();
    Object.assign(window, { Notification });
  });

  const look = (isVisible: boolean) =>
    Object.defineProperty(document, 'hidden', { value: !isVisible, configurable: true });
  const isLookedAt = async () => (await navigator.locks.query()).held!.some(({ name }) => name === 'parvis-looked-at');
  const tell = (key: string) => comment(server.client('nadia.benali'), key, 'What do you say, @paul.lefevre?');
  const turnOn = async () => {
    const page = await BellPage.ready();
    await page.openList();
    page.press('Also as notifications');
    await page.until(() => page.isOnDesktop === 'true', 'it is on');
    return page;
  };

  it('is nothing before one asks for it, then what comes while nobody looks, and leads there', async () => {
    const page = await turnOn();
    expect(ShownNotification.asked).to.equal(1);
    await tell(uniqueKey());
    await page.until(() => page.unreadTexts.length === 1, 'it is in the list');
    // Somebody has just looked: for a while, nothing else is shown.
    while (!(await isLookedAt()));
    while (await isLookedAt());
    expect(ShownNotification.all).to.eql([]);

    look(false);
    const key = `${location.origin}/${uniqueKey()}`;
    const id = await tell(key);
    await until(() => ShownNotification.all.length, 'it is shown');
    expect(ShownNotification.all.map(({ title }) => title)).to.eql(['Nadia Benali mentioned you in a comment']);
    expect(ShownNotification.all[0]!.options.body).to.equal('What do you say, @Paul Lefèvre?');

    const chosen: (string | null)[] = [];
    page.element.addEventListener('parvis-notification-chosen', (event) => {
      chosen.push(event.subjectId, event.url);
      event.preventDefault();
    });
    ShownNotification.all[0]!.onclick!();
    expect(chosen).to.eql([id, key]);
    expect(ShownNotification.all[0]!.isClosed).to.equal(true);
    let left = -1;
    while (left !== 1) left = await unread(server.client('paul.lefevre'));
  });

  it('is nothing again once it is turned off, or where the browser does not allow it', async () => {
    const page = await turnOn();
    page.press('Also as notifications');
    await page.until(() => page.isOnDesktop === 'false', 'it is off');
    expect(localStorage.length).to.equal(0);

    ShownNotification.answer = 'denied';
    page.press('Also as notifications');
    await page.until(() => page.find('.denied')?.textContent?.includes('does not allow'), 'it says why not');
    expect(page.isOnDesktop).to.equal('false');
  });
});
