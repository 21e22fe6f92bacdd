import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'node:test';
import type axeCore from 'axe-core';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/e2e/browser.ts';
import { type ParvisProcess, startParvis } from '../support/e2e/parvis-process.ts';
import { Stage } from '../support/e2e/stage.ts';
import { states } from '../support/e2e/states/states.ts';

const axe = fileURLToPath(import.meta.resolve('axe-core/axe.min.js'));
/** Colours differ by theme, places by direction: no rule of axe-core looks at both at once. */
const looks = [
  { theme: 'light', dir: 'ltr' },
  { theme: 'dark', dir: 'rtl' },
] as const;

describe(`${states.length} states of the widgets`, { concurrency: 3 }, () => {
  let parvis: ParvisProcess;
  let browser: Browser;

  before(async () => {
    [parvis, browser] = await Promise.all([startParvis({ settings: { PARVIS_RATE_LIMIT: '0' } }), launchBrowser()]);
  });

  after(async () => {
    await browser.close();
    await parvis.stop();
    console.log(`${states.length} states × ${looks.length} = ${states.length * looks.length} checked by axe-core`);
  });

  for (const { name, prepare } of states) {
    it(`is accessible to all: ${name}`, async () => {
      const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' });
      try {
        const stage = await Stage.build(context, parvis.address);
        await prepare(stage);
        await stage.page.addScriptTag({ path: axe });
        for (const look of looks) {
          await stage.wear(look);
          assert.deepEqual(await violations(stage), [], JSON.stringify(look));
        }
      } finally {
        await context.close();
      }
    });
  }
});

/** What axe-core objects to: the rule, why, and where. */
function violations({ page }: Stage): Promise<string[]> {
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof axeCore };
    const { violations } = await axe.run({ rules: { 'target-size': { enabled: true } } });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, html, failureSummary }) =>
          `${id} ${target.flat().join(' > ')} ${html.slice(0, 200)} ${failureSummary}`,
      ),
    );
  });
}
