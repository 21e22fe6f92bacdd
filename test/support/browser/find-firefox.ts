import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LaunchOptions, Page } from 'puppeteer-core';
import { installed, onPath } from '../services/on-path.ts';

/** The Firefox of this machine, if it has one. */
export const firefox =
  onPath('firefox-esr', 'firefox') ?? installed('/Applications/Firefox.app/Contents/MacOS/firefox');

/** It takes its time on a machine that has other work. */
const slowStart = 60_000;

/** How to launch it. Its home is its own, because it refuses one that belongs to another user; it goes with this process. */
export function firefoxOptions(): LaunchOptions {
  if (!firefox) throw new Error('No Firefox on this machine. Debian: apt-get install firefox-esr');
  const home = mkdtempSync(join(tmpdir(), 'parvis-firefox-'));
  process.once('exit', () => rmSync(home, { recursive: true, force: true }));
  return {
    browser: 'firefox',
    executablePath: firefox,
    timeout: slowStart,
    protocolTimeout: slowStart,
    env: { ...process.env, HOME: home },
  };
}

/** A page whose size can be set: an older Firefox does so, and then fails, because it cannot turn its screen as well. */
export function resizable(page: Page): Page {
  const setViewport = page.setViewport.bind(page);
  page.setViewport = (viewport) =>
    setViewport(viewport).catch((error: unknown) => {
      if (!String(error).includes('setScreenOrientationOverride')) throw error;
    });
  return page;
}

/** A page that comes to the front with each address: one that a tab of a test before has covered does nothing any more. */
export function inFront(page: Page): Page {
  const goto = page.goto.bind(page);
  page.goto = async (...args) => {
    await page.bringToFront();
    return goto(...args);
  };
  return page;
}

/** A page whose mouse goes back to the corner when it is reset, as it does in Chromium: else it rests on the next widget. */
export function mouseGoesBack(page: Page): Page {
  const { mouse } = page;
  const reset = mouse.reset.bind(mouse);
  mouse.reset = async () => {
    await mouse.move(0, 0);
    await reset();
  };
  return page;
}
