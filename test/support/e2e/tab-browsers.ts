import { existsSync } from 'node:fs';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { findChromium } from '../browser/find-chromium.ts';
import { onPath } from '../services/on-path.ts';
import { hosts } from './tab-site.ts';

/** A browser that finds the hosts of a tab site, and takes their certificate. */
export interface TabBrowser {
  readonly name: string;
  /** Why it cannot be had here. */
  readonly missing?: string | undefined;
  launch(): Promise<Browser>;
  /** Ends the process of a page, as a crash does; undefined where there is no way to. */
  readonly crash?: (page: Page) => Promise<void>;
}

const names = Object.values(hosts);
const mac = '/Applications/Firefox.app/Contents/MacOS/firefox';
const firefox = onPath('firefox-esr', 'firefox') ?? (existsSync(mac) ? mac : undefined);

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
    crash: async (page) => {
      const session = await page.createCDPSession();
      const crashed = new Promise((resolve) => page.once('error', resolve));
      session.send('Page.crash').catch(() => {});
      await crashed;
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
        extraPrefsFirefox: { 'network.dns.localDomains': names.join(), 'dom.security.https_first': false },
      }),
  },
];
