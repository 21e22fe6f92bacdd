import type { Page, Request } from 'playwright-core';
import { readBundleRecord } from '../../../scripts/bundle-record.js';

/** The file of the bundle that has a module of the widgets in it. */
async function chunkOf(module: string): Promise<string> {
  const bundle = await readBundleRecord();
  const found = Object.entries(bundle).find(([, { modules }]) =>
    modules.some((id) => id.replaceAll('\\', '/').endsWith(module)),
  );
  if (!found) throw new Error(`No file of the bundle has ${module}.`);
  return found[0];
}

/** Waits until a page has asked for the file with this module, and had it or not. Call it before the page is opened. */
export async function untilAsked(
  page: Page,
  event: 'requestfinished' | 'requestfailed',
  module: string,
): Promise<{ asked: Promise<Request> }> {
  const file = await chunkOf(module);
  // Playwright has an overload for each of the two.
  const isIt = (request: Request) => new URL(request.url()).pathname === `/${file}`;
  const asked =
    event === 'requestfailed' ? page.waitForEvent('requestfailed', isIt) : page.waitForEvent('requestfinished', isIt);
  return { asked };
}

/**
 * Loses the files with these modules on their way to a page, until they are found again. Routes of Playwright would do without
 * the browser's cache, out of which a file that was fetched is imported.
 */
export async function loseChunks(page: Page, ...modules: string[]): Promise<{ find: () => Promise<void> }> {
  const session = await page.context().newCDPSession(page);
  const files = await Promise.all(modules.map(chunkOf));
  await session.send('Network.enable');
  await session.send('Network.setBlockedURLs', { urls: files.map((file) => `*${file}*`) });
  return {
    find: async () => {
      await session.send('Network.setBlockedURLs', { urls: [] });
    },
  };
}
