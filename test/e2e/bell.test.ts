import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { launchBrowser, settled, signInToDemo, stepTimeout } from '../support/e2e/browser.ts';
import { type ParvisProcess, startParvis } from '../support/e2e/parvis-process.ts';

const article = '/articles/chaleur-du-four/';

describe('the bell', () => {
  let parvis: ParvisProcess;
  let browser: Browser;

  before(async () => {
    [parvis, browser] = await Promise.all([startParvis({ settings: { PARVIS_RATE_LIMIT: '0' } }), launchBrowser()]);
  });
  after(async () => {
    await browser.close();
    await parvis.stop();
  });

  const signIn = (handle: string) => signInToDemo(browser, parvis.address, handle);
  const open = async (context: BrowserContext, path: string): Promise<Page> => {
    const page = await context.newPage();
    page.setDefaultTimeout(stepTimeout);
    await page.goto(path);
    await settled(page);
    return page;
  };
  const number = (page: Page): Locator => page.locator('parvis-bell [part=count]');
  const counts = (pages: Page[], count: string) =>
    Promise.all(
      pages.map((page) =>
        count ? number(page).getByText(count, { exact: true }).waitFor() : number(page).waitFor({ state: 'detached' }),
      ),
    );

  it('counts in all tabs and on all devices, leads to what is new, and back', async (t) => {
    const [nadia, desk, phone] = await Promise.all([
      signIn('nadia.benali'),
      signIn('paul.lefevre'),
      signIn('paul.lefevre'),
    ]);
    const [writer, home, directory, away] = await Promise.all([
      open(nadia, article),
      open(desk, '/'),
      open(desk, '/annuaire/'),
      open(phone, '/groupes/'),
    ]);
    const pauls = [home, directory, away];
    await counts(pauls, '');

    await writer.locator('parvis-comment-thread').getByRole('textbox').first().fill('Vous venez, @paul.lefevre ?');
    const written = performance.now();
    await writer.keyboard.press('Control+Enter');
    await counts(pauls, '1');
    t.diagnostic(`counted everywhere ${Math.round(performance.now() - written)} ms after it was written`);
    assert.equal(await home.locator('parvis-bell button').getAttribute('aria-label'), 'Notifications, 1 à voir');
    assert.match(await home.title(), /^\(1\) /);

    const opened = performance.now();
    await home.locator('parvis-bell button').click();
    await counts(pauls, '');
    t.diagnostic(`at nothing everywhere ${Math.round(performance.now() - opened)} ms after the list was opened`);
    assert.doesNotMatch(await away.title(), /^\(/);

    await home.bringToFront();
    const item = home.locator('parvis-notification-list li.unread').filter({ hasText: 'Nadia Benali' }).first();
    await item.getByRole('link').click();
    const comment = home.locator('parvis-comment[linked]').filter({ hasText: 'Vous venez' });
    await comment.waitFor();
    await home.waitForFunction(() => document.activeElement?.localName === 'parvis-comment-thread');
    const { y } = (await comment.boundingBox())!;
    assert.ok(y >= 0 && y < home.viewportSize()!.height, `the comment is at ${y}`);
    await home.locator('parvis-bell button').click();
    await home.locator('parvis-notification-list li').first().waitFor();
    await home
      .locator('parvis-notification-list li:not(.unread)')
      .filter({ hasText: 'Nadia Benali' })
      .first()
      .waitFor();

    await home.goBack();
    await settled(home);
    assert.equal(new URL(home.url()).pathname, '/');
    await home.locator('parvis-bell button').waitFor();
  });

  it('is shown once by the operating system, whatever tabs there are in the background', async () => {
    const [nadia, paul] = await Promise.all([signIn('nadia.benali'), signIn('paul.lefevre')]);
    await paul.addInitScript(recordNotifications);
    const writer = await open(nadia, article);
    const tabs = [await open(paul, '/'), await open(paul, '/annuaire/'), await open(paul, '/groupes/')];
    const shownIn = () => Promise.all(tabs.map((tab) => tab.evaluate(() => window.shownNotifications)));
    const shown = async () => (await shownIn()).flat();
    const mention = async (text: string) => {
      await writer.locator('parvis-comment-thread').getByRole('textbox').first().fill(text);
      await writer.keyboard.press('Control+Enter');
    };
    for (const [index, text] of ['Ici, @paul.lefevre', 'Et là, @paul.lefevre', 'Voilà, @paul.lefevre'].entries()) {
      await mention(text);
      await counts(tabs, String(index + 1));
      while ((await shown()).length <= index) await tabs[0]!.waitForTimeout(50);
    }
    const texts = ['Ici, @Paul Lefèvre', 'Et là, @Paul Lefèvre', 'Voilà, @Paul Lefèvre'];
    assert.deepEqual((await shownIn()).toSorted(), [[], [], texts]);
  });
});

declare global {
  interface Window {
    shownNotifications: string[];
  }
}

/** In each page of a browser: it is in the background, and keeps what it would show. */
function recordNotifications(): void {
  localStorage.setItem('parvis-desktop-notifications', localStorage.getItem('parvis-desktop-notifications') ?? '');
  Object.defineProperty(document, 'hidden', { value: true });
  window.shownNotifications = [];
  class Recorded {
    static readonly permission = 'granted';
    onclick = null;
    constructor(_title: string, { body }: NotificationOptions) {
      window.shownNotifications.push(body!);
    }
  }
  Object.assign(window, { Notification: Recorded });
}
