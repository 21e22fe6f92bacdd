// The story of every visitor on the pages of strangers, each hostile in a way of its own. In Chromium, or in the engines that
// PARVIS_TEST_ENGINES names.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { hostToken, jwtSettings } from '../support/e2e/host-token.ts';
import { type ParvisProcess, startParvis } from '../support/e2e/parvis-process.ts';
import type { RunningBrowser } from '../support/hosts/browser-tab.ts';
import { engines } from '../support/hosts/engines.ts';
import { differences, footprint } from '../support/hosts/footprint.ts';
import { type HostIntranet, serveHostIntranet } from '../support/hosts/host-intranet.ts';
import { type Scene, shortStory, wholeStory } from '../support/hosts/story.ts';
import { Visitor } from '../support/hosts/visitor.ts';
import { Witness } from '../support/hosts/witness.ts';
import { hostPages, type HostPage } from './host-pages.ts';

/** What one page may take, in milliseconds. */
const longest = 120_000;

const handle = 'paul.lefevre';
const chosen = process.env.PARVIS_TEST_HOSTS?.split(',');
const pages = hostPages.filter(({ name }) => !chosen || chosen.includes(name));

for (const { name: engine, missing, atOnce, launch } of engines) {
  describe(`in ${engine}, our tags on a page of strangers`, { skip: missing, concurrency: atOnce }, () => {
    let parvis: ParvisProcess;
    let intranet: HostIntranet;
    let browser: RunningBrowser;

    before(async () => {
      intranet = await serveHostIntranet({ parvis: () => parvis.address, token: await hostToken(handle) });
      [parvis, browser] = await Promise.all([
        startParvis({ settings: { ...jwtSettings, PARVIS_ORIGINS: intranet.origin, PARVIS_RATE_LIMIT: '0' } }),
        launch(),
      ]);
    });

    after(async () => {
      await browser.close();
      await Promise.all([parvis.stop(), intranet.stop()]);
    });

    for (const page of pages)
      it(page.name, { skip: page.skip ?? page.failsIn?.[engine] ?? false }, () => inTime(visit(page)));

    /** A page that comes to no end must not stop the others: its browser goes, and a new one takes its place. */
    async function inTime(visited: Promise<void>): Promise<void> {
      const isOver = await Promise.race([visited.then(() => true), delay(longest, false, { ref: false })]);
      if (isOver) return;
      await browser.kill();
      await visited.catch(() => {});
      browser = await launch();
      throw new Error(`It came to no end in ${longest / 1000} s.`);
    }

    async function visit({ name, path = `/${name}`, key = path, story, says, trait }: HostPage) {
      const without = await visitWithout(path);
      const tab = await browser.open();
      try {
        const visitor = new Visitor(tab, intranet.origin);
        const open = async () => {
          await visitor.goto(path);
          await visitor.untilSettled();
        };
        await open();
        assert.deepEqual(differences(without, await footprint(visitor)), []);
        const scene: Scene = {
          visitor,
          witness: new Witness(parvis.address, handle),
          key: key.startsWith('/') ? `${intranet.origin}${key}` : key,
          words: `${engine} on ${name}`,
          reload: async () => {
            assert.deepEqual(differences(without, await footprint(visitor)), [], 'after the story');
            await open();
          },
        };
        await (story ? wholeStory : shortStory)(scene);
        await trait?.(scene);
        const complaints = [...new Set([...tab.complaints, ...(await visitor.noticed())])];
        assert.deepEqual(
          complaints.filter((text) => !says?.test(text)),
          [],
        );
        if (says)
          assert.ok(
            complaints.some((text) => says.test(text)),
            `the console says nothing of ${says}`,
          );
      } finally {
        await tab.close();
      }
    }

    /** The same page, with tags that nobody knows. */
    async function visitWithout(path: string) {
      const tab = await browser.open();
      const visitor = new Visitor(tab, intranet.origin);
      await visitor.goto(path.replace(/(\?|#|$)/, (next) => (next === '?' ? '?without&' : `?without${next}`)));
      const seen = await footprint(visitor);
      await tab.close();
      return seen;
    }
  });
}
