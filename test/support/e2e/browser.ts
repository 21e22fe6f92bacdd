import { type Browser, type BrowserContext, chromium, type Page, type Response } from 'playwright-core';
import { findChromium } from '../browser/find-chromium.ts';

/** How long a page may take for one step, in milliseconds: on the slowest of machines, with many tests beside it. */
export const stepTimeout = 60_000;

/** A Chromium without a window. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, args, env } = await findChromium();
  return chromium.launch({ executablePath, args, env: { ...process.env, ...env } as Record<string, string> });
}

/** Everything that a page asked of the network, and everything that it complained about. */
export interface Traffic {
  /** GraphQL requests over HTTP that end with their answer. */
  graphql: string[];
  /** Event streams. */
  streams: string[];
  /** Requests to other hosts than these. */
  foreign: string[];
  /** Errors and warnings of the console, and uncaught exceptions. */
  complaints: string[];
}

/** Listens to a page; call it before the page is opened. */
export function watchTraffic(page: Page, ...hosts: string[]): Traffic {
  const traffic: Traffic = { graphql: [], streams: [], foreign: [], complaints: [] };
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.pathname === '/graphql' && request.method() === 'POST') {
      const isStream = request.headers().accept === 'text/event-stream';
      (isStream ? traffic.streams : traffic.graphql).push(request.postData() ?? '');
    }
    if (/^https?:$/.test(url.protocol) && !hosts.includes(url.host)) traffic.foreign.push(request.url());
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) traffic.complaints.push(message.text());
  });
  page.on('pageerror', (error) => traffic.complaints.push(String(error)));
  return traffic;
}

/** A person's own browser, signed in to the demo. */
export async function signInToDemo(browser: Browser, address: string, handle: string): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: address, locale: 'fr-FR' });
  const answer = await context.request.post('/demo/sign-in', {
    form: { persona: handle, return: '/' },
    headers: { origin: address },
    maxRedirects: 0,
  });
  if (answer.status() !== 303) throw new Error(`${handle} cannot sign in: ${answer.status()} ${await answer.text()}`);
  return context;
}

/** Does something, and waits for the server's answer to the operation that it brings: what is on screen may be ahead of it. */
export async function saving(page: Page, operation: string, act: () => Promise<void>): Promise<void> {
  const isAnswer = (response: Response) => !!response.request().postData()?.includes(`"${operation}"`);
  await Promise.all([page.waitForResponse(isAnswer), act()]);
}

/** Waits until every widget of the page is there and shows no skeleton any more. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  await page.waitForFunction(() => {
    const isPending = (element: Element): boolean =>
      // What only a click or a focus needs stays hidden and undefined until then.
      (element.matches(':not(:defined)') && element.checkVisibility()) ||
      (element.matches('.skeleton') && element.checkVisibility()) ||
      (!!element.shadowRoot && somePending(element.shadowRoot));
    const somePending = (root: ParentNode): boolean => [...root.querySelectorAll('*')].some(isPending);
    return !somePending(document);
  });
}

/** Resolves once the page hears of what happens: from then on, nothing is missed. Call it before the page is opened. */
export async function streaming(page: Page): Promise<void> {
  await page.waitForResponse(
    (response) => response.headers()['content-type']?.startsWith('text/event-stream') ?? false,
  );
}
