import { type Browser, type KeyInput, launch, type LaunchOptions, type Page } from 'puppeteer-core';
import { findChromium } from '../browser/find-chromium.ts';
import type { BrowserTab, Engine, RunningBrowser } from './browser-tab.ts';
import { firefox, firefoxOptions, resizable } from '../browser/find-firefox.ts';

const size = { width: 1280, height: 900 };

export const chromiumEngine: Engine = {
  name: 'Chromium',
  missing: undefined,
  atOnce: 2,
  launch: async () => {
    const { executablePath, args, env } = await findChromium();
    return start({ executablePath, args, env: { ...process.env, ...env } }, async (page) => {
      // A tab that another one covers behaves as the one that is looked at.
      const session = await page.createCDPSession();
      await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
    });
  },
};

export const firefoxEngine: Engine = {
  name: 'Firefox',
  missing: firefox ? undefined : 'no Firefox on this machine (Debian: apt-get install firefox-esr)',
  // Its keys go to the tab in front.
  atOnce: 1,
  launch: () => start(firefoxOptions()),
};

async function start(options: LaunchOptions, prepare?: (page: Page) => Promise<void>): Promise<RunningBrowser> {
  const browser: Browser = await launch({ ...options, defaultViewport: size });
  return {
    async open() {
      const page = resizable(await browser.newPage());
      await prepare?.(page);
      return new PuppeteerTab(page);
    },
    close: () => browser.close(),
    async kill() {
      browser.process()?.kill('SIGKILL');
      await browser.close().catch(() => {});
    },
  };
}

class PuppeteerTab implements BrowserTab {
  readonly complaints: string[] = [];
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    page.on('console', (message) => {
      const { url = '' } = message.location();
      if (['error', 'warn'].includes(message.type())) this.complaints.push(`${message.text()} ${url}`.trim());
    });
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    // A page that asks whether one wants to leave is left.
    page.on('dialog', (dialog) => void dialog.accept());
  }

  async goto(address: string): Promise<void> {
    await this.#page.goto(address);
  }

  evaluate(expression: string): Promise<unknown> {
    return this.#page.evaluate(expression);
  }

  click(x: number, y: number): Promise<void> {
    return this.#page.mouse.click(x, y);
  }

  async press(keys: string): Promise<void> {
    const all = keys.split('+') as KeyInput[];
    const modifiers = all.slice(0, -1);
    for (const key of modifiers) await this.#page.keyboard.down(key);
    await this.#page.keyboard.press(all.at(-1)!);
    for (const key of modifiers.reverse()) await this.#page.keyboard.up(key);
  }

  type(text: string): Promise<void> {
    return this.#page.keyboard.type(text);
  }

  resize(width: number, height: number): Promise<void> {
    return this.#page.setViewport({ width, height });
  }

  close(): Promise<void> {
    return this.#page.close();
  }
}
