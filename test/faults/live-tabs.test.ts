// Many tabs of one browser, on an intranet whose origin is not the server's: one connection, and nothing lost when the tab
// that holds it goes, sleeps or hangs, or when what is on the way lets no stream through.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it, type TestContext } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { hostToken, jwtSettings } from '../support/e2e/host-token.ts';
import { type ParvisProcess, startParvis } from '../support/e2e/parvis-process.ts';
import { isLong, times } from '../support/faults/form.ts';
import { keepsPagesThatAreLeft, type Revive, tabBrowsers } from '../support/e2e/tab-browsers.ts';
import { tabPage, type TabState } from '../support/e2e/tab-page.ts';
import { serveTabSite, type TabSite } from '../support/e2e/tab-site.ts';
import { until } from '../support/server/until.ts';
import { GraphQLCaller } from '../support/graphql-caller.ts';

const tabs = times(5, 10);
const events = times(30, 100);
const timeout = 120_000;
const shortForm = isLong ? false : 'in the long form only';

for (const { name, missing, launch, fates } of tabBrowsers) {
  for (const secure of [true, false]) {
    const where = `${name}, ${secure ? 'https' : 'plain http'}`;
    const unless = (fate: unknown) => (fate ? false : 'no way to make it happen to one tab');
    describe(`${tabs} tabs in ${where}`, { skip: missing ?? (name !== 'Chromium' && shortForm) }, () => {
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

      it('… and when it crashes', { skip: unless(fates.crash) }, async (t) => {
        await outlive(t, 'crashed', fates.crash!);
      });

      it('… and when it sleeps, and wakes up', { skip: unless(fates.freeze) }, async (t) => {
        await outlive(t, 'frozen', fates.freeze!);
      });

      it('… and when its reader leaves it, and comes back', { skip: unless(fates.leave) }, async (t) => {
        // A page without a stream: one that leads would take part in what is tested.
        if (!(await keepsPagesThatAreLeft(browser, `${site.intranet}/plain`))) {
          return t.skip('this browser keeps no page that one leaves');
        }
        await outlive(t, 'left', fates.leave!);
      });

      // Where there are locks, it takes tabs up to a minute to find out.
      it('… and when it hangs, and goes on', { skip: unless(fates.hang) || (secure && shortForm) }, async (t) => {
        await outlive(t, 'hanging', fates.hang!);
      });

      it(
        'are told to read again while no stream gets through, and go on where they were',
        { skip: secure && shortForm },
        async (t) => {
          const before = (await Promise.all(pages.map(stateOf))).map(({ resyncs }) => resyncs);
          const isTold = async (times: number) =>
            (await Promise.all(pages.map(stateOf))).every(({ resyncs }, i) => resyncs >= before[i]! + times);

          site.streams.gathered = true;
          site.cut();
          const start = Date.now();
          await until(() => isTold(1), timeout);
          const seconds = (Date.now() - start) / 1000;
          await write('gathered');
          site.streams.gathered = false;
          await told('gathered');

          t.diagnostic(`${where}: told to read again after ${seconds.toFixed(1)} s, and all of it by a stream later`);
          const [first] = await Promise.all(pages.map(stateOf));
          assert.equal(new Set(first!.told).size, first!.told.length);
        },
      );

      /** Writes while something ends the leader, and looks at what the others were told; and it, if it comes back. */
      async function outlive(t: TestContext, how: string, end: (page: Page) => Promise<unknown>): Promise<void> {
        const before = await Promise.all(pages.map(async (page) => (await stateOf(page)).told.length));
        assert.equal(new Set(before).size, 1);
        const leader = await leaderOf();
        const others = pages.filter((page) => page !== leader);
        const texts = Array.from({ length: events }, (_, i) => `${how} ${i}`);
        const opened = site.streams.opened;
        let ended: Promise<unknown> | undefined;
        for (const [i, text] of texts.entries()) {
          await write(text);
          if (i !== Math.floor(events / 3)) continue;
          ended = end(leader);
          // It is waited for below.
          ended.catch(() => {});
        }
        const start = Date.now();
        await told(texts.at(-1)!, others);
        const seconds = ((Date.now() - start) / 1000).toFixed(1);
        const revive = (await ended) as Revive | undefined;
        if (revive) await revive();
        else pages = others;
        await told(texts.at(-1)!);

        const states = await Promise.all(pages.map(stateOf));
        assert.ok(site.streams.opened > opened, 'another tab leads');
        const heard = states.map((state) => state.told.slice(before[0]));
        const missed = heard.map((all) => texts.filter((text) => !all.includes(text)).length);
        const doubled = heard.map((all) => all.length - new Set(all).size);
        t.diagnostic(
          `${where}, leader ${how} during ${events} events: ${sum(missed)} missed, ${sum(doubled)} doubled in ` +
            `${pages.length} tabs; ${seconds} s after the last event all had it; ${site.streams.opened} connections so far`,
        );
        for (const all of heard) assert.deepEqual(all, texts);
        assert.deepEqual(new Set(states.map(({ resyncs }) => resyncs)), new Set([0]));
        await until(() => site.streams.open === 1, timeout);
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

      /** Waits until tabs were told of a comment. */
      async function told(text: string, tabs = pages): Promise<void> {
        await until(
          async () => (await Promise.all(tabs.map(stateOf))).every((state) => state.told.includes(text)),
          timeout,
        );
      }

      async function write(body: string): Promise<void> {
        const nadia = await GraphQLCaller.withToken(parvis.address, 'nadia.benali');
        await nadia.mutate('addComment', { subjectId: await nadia.pageId(key), body });
      }
    });
  }
}

/** A tab that has not begun yet has heard of nothing. */
async function stateOf(page: Page): Promise<TabState> {
  const state = await page.evaluate(() => (window as unknown as { tab?: TabState }).tab);
  return state ?? { told: [], resyncs: 0, leads: false, isSecureContext: false, hasLocks: false };
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
