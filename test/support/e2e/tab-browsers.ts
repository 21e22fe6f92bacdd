import { type Browser, launch, type Page } from 'puppeteer-core';
import { findChromium } from '../browser/find-chromium.ts';
import { firefox } from '../browser/find-firefox.ts';
import { tabProcess } from './tab-process.ts';
import { hosts } from './tab-site.ts';

/** What goes on with a page again. */
export type Revive = () => Promise<void>;

export interface TabFates {
  /** Ends the process of a page. */
  crash(page: Page): Promise<void>;
  /** Stops a page as browsers stop those that nobody has looked at for long. */
  freeze(page: Page): Promise<Revive>;
  /** Leads it to another page, while browsers keep the one that was left; and back. */
  leave(page: Page): Promise<Revive>;
  /** Keeps a page so busy that it does nothing else, and hears of nothing. */
  hang(page: Page): Promise<Revive>;
}

/**
 * Whether this browser keeps a page that one leaves as it is, and shows it again (back/forward cache), asked of the
 * browser itself: builds of the same version differ.
 *
 * @param address - Of a page that may be kept.
 */
export async function keepsPagesThatAreLeft(browser: Browser, address: string): Promise<boolean> {
  const page = await browser.newPage();
  try {
    await page.goto(address);
    await page.evaluate(() => void Object.assign(window, { wasHereBefore: true }));
    await page.goto('about:blank');
    await page.goBack();
    return await page.evaluate(() => 'wasHereBefore' in window);
  } finally {
    await page.close();
  }
}

/** A browser that finds the hosts of a tab site, and takes their certificate. */
export interface TabBrowser {
  readonly name: string;
  /** Why it cannot be had here. */
  readonly missing?: string | undefined;
  launch(): Promise<Browser>;
  /** What may happen to a page, as far as there is a way to make it happen. */
  readonly fates: Partial<TabFates>;
}

const names = Object.values(hosts);

export const tabBrowsers: readonly TabBrowser[] = [
  {
    name: 'Chromium',
    launch: async () => {
      const { executablePath, args, env } = await findChromium();
      return launch({
        executablePath,
        acceptInsecureCerts: true,
        args: [...args, `--host-resolver-rules=${names.map((name) => `MAP ${name} 127.0.0.1`).join(',')}`],
        env: { ...process.env, ...env },
      });
    },
    fates: {
      async crash(page) {
        const session = await page.createCDPSession();
        const crashed = new Promise((resolve) => page.once('error', resolve));
        session.send('Page.crash').catch(() => {});
        await crashed;
      },
      async freeze(page) {
        const session = await page.createCDPSession();
        await session.send('Page.setWebLifecycleState', { state: 'frozen' });
        return async () => session.send('Page.setWebLifecycleState', { state: 'active' });
      },
      async leave(page) {
        await page.goto('about:blank');
        return async () => void (await page.goBack());
      },
      async hang(page) {
        const session = await page.createCDPSession();
        await session.send('Debugger.enable');
        await session.send('Debugger.pause');
        return async () => session.send('Debugger.disable');
      },
    },
  },
  {
    name: 'Firefox',
    missing: firefox ? undefined : 'no Firefox on this machine',
    launch: () =>
      launch({
        browser: 'firefox',
        executablePath: firefox!,
        acceptInsecureCerts: true,
        extraPrefsFirefox: {
          'network.dns.localDomains': names.join(),
          'dom.security.https_first': false,
          // Each tab has a process of its own.
          'dom.ipc.processCount': 20,
          'dom.ipc.processCount.webIsolated': 20,
        },
      }),
    fates:
      process.platform === 'linux'
        ? {
            async crash(page) {
              process.kill(await tabProcess(page), 'SIGKILL');
            },
            async hang(page) {
              const pid = await tabProcess(page);
              process.kill(pid, 'SIGSTOP');
              return async () => void process.kill(pid, 'SIGCONT');
            },
          }
        : {},
  },
];
