// Many tabs of one browser, on an intranet whose origin is not the server's: one connection, and nothing lost when the tab
// that holds it goes.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it, type TestContext } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Page } from 'puppeteer-core';
import { hostToken, jwtSettings } from '../support/e2e/host-token.ts';
import { type ParvisProcess, startParvis } from '../support/e2e/parvis-process.ts';
import { isLong, times } from '../support/faults/form.ts';
import { tabBrowsers } from '../support/e2e/tab-browsers.ts';
import { tabPage, type TabState } from '../support/e2e/tab-page.ts';
import { serveTabSite, type TabSite } from '../support/e2e/tab-site.ts';

const tabs = times(5, 10);
const events = times(30, 100);

for (const { name, missing, launch, crash } of tabBrowsers) {
  for (const secure of [true, false]) {
    const where = `${name}, ${secure ? 'https' : 'plain http'}`;
    describe(
      `${tabs} tabs in ${where}`,
      { skip: missing ?? (isLong || name === 'Chromium' ? false : 'in the long form only') },
      () => {
        const key = `tabs-${randomUUID()}`;
        let parvis: ParvisProcess;
        let site: TabSite;
        let browser: Browser;
        let pages: Page[];
        let token: string;

        before(async () => {
          token = await hostToken('paul.lefevre');
          site = await serveTabSite({
            secure,
            html: () => tabPage(site.social, token, key),
            parvis: () => parvis.address,
          });
          [parvis, browser] = await Promise.all([
            startParvis({ settings: { ...jwtSettings, PARVIS_ORIGINS: site.intranet, PARVIS_RATE_LIMIT: '0' } }),
            launch(),
          ]);
          pages = [];
          for (let i = 0; i < tabs; i += 1) pages.push(await open());
          await write('0');
          await told('0');
        });

        after(async () => {
          await browser.close();
          await Promise.all([parvis.stop(), site.stop()]);
        });

        it('hold one connection', async (t) => {
          const states = await Promise.all(pages.map(stateOf));
          for (const { isSecureContext, hasLocks } of states) {
            assert.deepEqual({ isSecureContext, hasLocks }, { isSecureContext: secure, hasLocks: secure });
          }
          assert.equal(states.filter(({ leads }) => leads).length, 1);
          assert.equal(site.streams.open, 1);
          t.diagnostic(`${where}: ${tabs} tabs, ${site.streams.open} connection open, ${site.streams.opened} so far`);
        });

        it('miss nothing, in order and once, when the leader is closed', async (t) => {
          await outlive(t, 'closed', (page) => page.close());
        });

        it('… and when it crashes', { skip: crash ? false : 'no way to crash one tab' }, async (t) => {
          await outlive(t, 'crashed', crash!);
        });

        /** Writes while the leader goes, and looks at what the others were told. */
        async function outlive(t: TestContext, how: string, end: (page: Page) => Promise<void>): Promise<void> {
          const before = await Promise.all(pages.map(async (page) => (await stateOf(page)).told.length));
          assert.equal(new Set(before).size, 1);
          const leader = await leaderOf();
          const texts = Array.from({ length: events }, (_, i) => `${how} ${i}`);
          const writing = (async () => {
            for (const [i, text] of texts.entries()) {
              await write(text);
              if (i === Math.floor(events / 3)) void end(leader).catch(() => {});
            }
          })();
          await writing;
          pages = pages.filter((page) => page !== leader);
          const start = Date.now();
          await told(texts.at(-1)!);
          const seconds = ((Date.now() - start) / 1000).toFixed(1);

          const states = await Promise.all(pages.map(stateOf));
          const heard = states.map((state) => state.told.slice(before[0]));
          const missed = heard.map((all) => texts.filter((text) => !all.includes(text)).length);
          const doubled = heard.map((all) => all.length - new Set(all).size);
          t.diagnostic(
            `${where}, leader ${how} during ${events} events: ${sum(missed)} missed, ${sum(doubled)} doubled in ` +
              `${pages.length} tabs; ${seconds} s after the last event all had it; ${site.streams.opened} connections so far`,
          );
          for (const all of heard) assert.deepEqual(all, texts);
          assert.deepEqual(new Set(states.map(({ resyncs }) => resyncs)), new Set([0]));
          assert.equal(site.streams.open, 1);
        }

        async function open(): Promise<Page> {
          const page = await browser.newPage();
          await page.goto(site.intranet);
          return page;
        }

        async function leaderOf(): Promise<Page> {
          const leads = await Promise.all(pages.map(async (page) => (await stateOf(page)).leads));
          return pages[leads.indexOf(true)]!;
        }

        /** Waits until all tabs were told of a comment. */
        async function told(text: string): Promise<void> {
          const until = Date.now() + 120_000;
          for (;;) {
            const states = await Promise.all(pages.map(stateOf));
            if (states.every((state) => state.told.includes(text))) return;
            const counts = states.map((state) => state.told.length).join();
            if (Date.now() > until) assert.fail(`"${text}" did not come to all: ${counts}`);
            await wait(100);
          }
        }

        async function write(body: string): Promise<void> {
          const input = { subjectId: await pageId(), body, idempotencyKey: randomUUID() };
          const query = 'mutation ($input: AddCommentInput!) { addComment(input: $input) { userErrors { message } } }';
          const { addComment } = await ask<{ addComment: { userErrors: unknown[] } }>(query, { input });
          assert.deepEqual(addComment.userErrors, []);
        }

        async function pageId(): Promise<string> {
          const query = 'query ($keys: [String!]!) { pages(keys: $keys) { id } }';
          return (await ask<{ pages: { id: string }[] }>(query, { keys: [key] })).pages[0]!.id;
        }

        async function ask<Data>(query: string, variables: object): Promise<Data> {
          const response = await fetch(`${parvis.address}/graphql`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', authorization: `Bearer ${await hostToken('nadia.benali')}` },
            body: JSON.stringify({ query, variables }),
          });
          return ((await response.json()) as { data: Data }).data;
        }
      },
    );
  }
}

/** A tab that has not begun yet has heard of nothing. */
async function stateOf(page: Page): Promise<TabState> {
  const state = await page.evaluate(() => (window as unknown as { tab?: TabState }).tab);
  return state ?? { told: [], resyncs: 0, leads: false, isSecureContext: false, hasLocks: false };
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
