import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser, settled, signInToDemo, streaming, watchTraffic } from '../support/e2e/browser.ts';
import { type ParvisProcess, startParvis } from '../support/e2e/parvis-process.ts';

describe('the demo intranet', () => {
  let parvis: ParvisProcess;
  let browser: Browser;

  before(async () => {
    [parvis, browser] = await Promise.all([startParvis(), launchBrowser()]);
  });

  after(async () => {
    await browser.close();
    await parvis.stop();
  });

  const directory = '/annuaire/';
  const paths = ['/', '/articles/ligne-4-douai/', '/equipes/equipe-qualite-douai/', directory];
  for (const who of ['nobody', 'paul.lefevre']) {
    for (const path of paths) {
      it(`asks GraphQL once, other hosts nothing, and does not complain when ${who} opens ${path}`, async () => {
        const page = await (await signInToDemo(browser, parvis.address, who)).newPage();
        const traffic = watchTraffic(page, new URL(parvis.address).host);
        // A stream is the last that a page asks for. Who is signed out has no bell, and nothing to follow in the directory.
        const follows = path !== directory || who !== 'nobody';
        const stream = follows ? streaming(page) : undefined;

        await page.goto(path);
        await Promise.all([settled(page), stream ?? page.waitForLoadState('networkidle')]);

        assert.equal(traffic.graphql.length, 1, traffic.graphql.join('\n\n'));
        assert.equal(traffic.streams.length, follows ? 1 : 0, traffic.streams.join('\n\n'));
        assert.deepEqual(traffic.foreign, []);
        assert.deepEqual(traffic.complaints, []);
        await page.context().close();
      });
    }
  }
});
