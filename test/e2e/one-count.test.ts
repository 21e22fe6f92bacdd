import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { toGlobalId } from '../../server/src/platform/ids.ts';
import { Api } from '../support/e2e/api.ts';
import { launchBrowser, settled, signInToDemo, stepTimeout, streaming } from '../support/e2e/browser.ts';
import { type ParvisProcess, startParvis } from '../support/e2e/parvis-process.ts';
import { until } from '../support/server/until.ts';

const orders = Number(process.env['PARVIS_TEST_ORDERS'] ?? 8);
const html =
  '<!doctype html><html lang="fr"><meta charset="utf-8"><script type="module" src="/parvis.js"></script><parvis-bell></parvis-bell>';

/** What one tab can do, or others do meanwhile. */
type Act = 'mention' | 'withdraw' | 'open' | 'close' | 'toggle' | 'readAll';
interface Step {
  act: Act;
  tab: number;
  nth: number;
  /** In milliseconds, before the next step; nothing waits for the answer of the server. */
  pause: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  act: fc.constantFrom<Act>('mention', 'mention', 'withdraw', 'open', 'open', 'close', 'toggle', 'toggle', 'readAll'),
  tab: fc.nat(2),
  nth: fc.nat(3),
  pause: fc.constantFrom(0, 0, 5, 20, 60),
});

type Bell = HTMLElement & { readonly count: number; readonly shadowRoot: ShadowRoot };

describe('two tabs and a phone', () => {
  let parvis: ParvisProcess;
  let browser: Browser;
  let tabs: Page[];
  let nadia: Api;
  let paul: Api;
  const mentions: string[] = [];

  before(async () => {
    const settings = { PARVIS_RATE_LIMIT: '0', PARVIS_READ_LIMIT: '0' };
    [parvis, browser] = await Promise.all([startParvis({ settings }), launchBrowser()]);
    [nadia, paul] = [new Api(parvis.address, 'nadia.benali'), new Api(parvis.address, 'paul.lefevre')];
    const [desk, phone] = await Promise.all([
      signInToDemo(browser, parvis.address, 'paul.lefevre'),
      signInToDemo(browser, parvis.address, 'paul.lefevre'),
    ]);
    tabs = [await open(desk, true), await open(desk, false), await open(phone, true)];
  });
  after(async () => {
    await browser.close();
    await parvis.stop();
  });

  /** @param leads - Whether the tab has a stream of its own. */
  async function open(context: BrowserContext, leads: boolean): Promise<Page> {
    const page = await context.newPage();
    page.setDefaultTimeout(stepTimeout);
    const stream = leads && streaming(page);
    await page.route('**/bell', (route) => route.fulfill({ contentType: 'text/html', body: html }));
    await page.goto('/bell');
    await Promise.all([settled(page), stream]);
    return page;
  }

  const inbox = async (): Promise<{ unseenCount: number; notifications: { totalCount: number } }> =>
    (await paul.query('{ viewer { inbox { unseenCount notifications(first: 1) { totalCount } } } }')).viewer.inbox;
  const counts = () =>
    Promise.all(tabs.map((tab) => tab.evaluate(() => document.querySelector<Bell>('parvis-bell')!.count)));

  async function perform({ act, tab, nth }: Step): Promise<void> {
    if (act === 'mention') {
      const page = toGlobalId('Page', `page-${mentions.length}`);
      mentions.push(await nadia.comment(page, 'Vous venez, @paul.lefevre ?'));
    } else if (act === 'withdraw') {
      const commentId = mentions.pop();
      if (commentId) await nadia.mutate('deleteComment', { commentId }, 'comment { id }');
    } else await tabs[tab]!.evaluate(work, { act, nth });
  }

  it(`show one number, in ${orders} random orders of new, withdrawn, seen, read and unread`, async (t) => {
    const { notifications } = await inbox();
    let slowest = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 8 }), async (steps) => {
        const acts: Promise<void>[] = [];
        for (const each of steps) {
          acts.push(perform(each));
          await wait(each.pause);
        }
        await Promise.all(acts);
        await until(
          async () => (await inbox()).notifications.totalCount === notifications.totalCount + mentions.length,
        );
        const done = performance.now();
        let isSame = false;
        while (!isSame && performance.now() - done < 10_000) {
          const { unseenCount } = await inbox();
          isSame =
            (await counts()).every((count) => count === unseenCount) && (await inbox()).unseenCount === unseenCount;
        }
        slowest = Math.max(slowest, performance.now() - done);
        assert.ok(isSame, `${(await counts()).join(', ')} in the tabs, ${(await inbox()).unseenCount} on the server`);
      }),
      { numRuns: orders, endOnFailure: true },
    );
    t.diagnostic(`the same number everywhere ${Math.round(slowest)} ms after the last act at most`);
  });
});

/** In a page: what its visitor does with the bell. */
async function work({ act, nth }: { act: Act; nth: number }): Promise<void> {
  const bell = document.querySelector<Bell>('parvis-bell')!.shadowRoot;
  if (act === 'open') return bell.querySelector<HTMLElement>('button')!.click();
  const list = bell.querySelector('parvis-notification-list')?.shadowRoot;
  if (act === 'close') list?.querySelector<HTMLElement>(':popover-open')?.hidePopover();
  else if (act === 'readAll') list?.querySelector<HTMLElement>('.read-all')?.click();
  else list?.querySelectorAll<HTMLElement>('.mark')[nth]?.click();
}
