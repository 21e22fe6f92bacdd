/**
 * How soon somebody's bell counts what another one did: `npm run bench -- bell [acts] [--nodes 2]`. Each act is a comment that
 * mentions somebody, sent by its button in one browser; the number is looked at in each frame of another one. With two
 * nodes, each browser has its own, and they share a PostgreSQL and a Redis.
 */
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, settled, signInToDemo, streaming } from '../support/e2e/browser.ts';
import { startLive } from './live-servers.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { nodes: { type: 'string' } } });
const acts = Number(positionals[0] ?? 200);
const head = '<!doctype html><html lang="en"><meta charset="utf-8"><script type="module" src="/parvis.js"></script>';

type Bell = Element & { readonly count: number };

const servers = await startLive(Number(values.nodes ?? 1));
const browsers: Browser[] = [];
try {
  const [nadia, paul] = await Promise.all([
    open('nadia.benali', 0, '<parvis-comment-thread subject="bell"></parvis-comment-thread>'),
    open('paul.lefevre', servers.addresses.length - 1, '<parvis-bell></parvis-bell>'),
  ]);
  const times: number[] = [];
  for (let act = 1; act <= acts; act += 1) {
    const counted = whenCounted(paul!, (await count(paul!)) + 1);
    // Out of step with whatever a server gathers.
    await new Promise((resolve) => setTimeout(resolve, 150 + Math.random() * 200));
    const sent = await send(nadia!, `Act ${act} of ${acts}, @paul.lefevre`);
    times.push((await counted) - sent);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => `${Math.round(sorted[Math.min(acts - 1, Math.floor(acts * share))]!)} ms`;
  const load = loadavg()[0]!.toFixed(1);
  console.log(`${servers.addresses.length} node(s), ${servers.database}, ${cpus().length} cores, load ${load}`);
  console.log(`${acts} acts · median ${at(0.5)} · p99 ${at(0.99)} · slowest ${at(1)}`);
} finally {
  await Promise.all(browsers.map((browser) => browser.close()));
  await servers.stop();
}

async function open(handle: string, node: number, tags: string): Promise<Page> {
  const browser = await launchBrowser();
  browsers.push(browser);
  const page = await (await signInToDemo(browser, servers.addresses[node]!, handle)).newPage();
  const stream = streaming(page);
  await page.route('**/bell', (route) => route.fulfill({ contentType: 'text/html', body: head + tags }));
  await page.goto('/bell');
  await Promise.all([settled(page), stream]);
  return page;
}

function count(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelector<Bell>('parvis-bell')!.count);
}

function send(page: Page, text: string): Promise<number> {
  return page.evaluate((text) => {
    const { shadowRoot } = document.querySelector('parvis-comment-thread')!;
    const composer = shadowRoot!.querySelector('parvis-composer')!.shadowRoot!;
    const field = composer.querySelector('textarea')!;
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    const sent = performance.timeOrigin + performance.now();
    composer.querySelector<HTMLElement>('[part=submit]')!.click();
    return sent;
  }, text);
}

/** Looks at each frame. */
function whenCounted(page: Page, count: number): Promise<number> {
  return page.evaluate(
    (count) =>
      new Promise<number>((resolve, reject) => {
        setTimeout(() => reject(new Error(`Not ${count} for 30 s`)), 30_000);
        const bell = document.querySelector<Bell>('parvis-bell')!;
        const look = () => {
          if (bell.count >= count) resolve(performance.timeOrigin + performance.now());
          else requestAnimationFrame(look);
        };
        look();
      }),
    count,
  );
}
