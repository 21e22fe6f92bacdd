import type { Engine } from './browser-tab.ts';
import { chromiumEngine, firefoxEngine } from './puppeteer-engine.ts';
import { webkitEngine } from './webkit-engine.ts';

const all = [chromiumEngine, firefoxEngine, webkitEngine];
const wanted = (process.env.PARVIS_TEST_ENGINES ?? 'Chromium').split(',');

/** The engines of this run: Chromium, or those that PARVIS_TEST_ENGINES names. */
export const engines: readonly Engine[] = wanted.map((name) => {
  const engine = all.find((candidate) => candidate.name === name);
  if (!engine)
    throw new Error(
      `PARVIS_TEST_ENGINES is a list of ${all.map((known) => known.name).join(', ')}, but has "${name}".`,
    );
  return engine;
});
