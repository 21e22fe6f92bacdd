/**
 * How soon what one person does shows to another: `npm run bench -- live [acts] [--nodes 2]`. Two browsers, each a process
 * of its own, on one page; acts in turn are likes of the page and comments, worked by their buttons. Measured
 * from the click in one browser to the first frame in which the other has it. With two nodes, each browser has its own,
 * and they share a PostgreSQL and a Redis.
 */
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, settled, signInToDemo, streaming } from '../support/e2e/browser.ts';
import { startLive } from './live-servers.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { nodes: { type: 'string' } } });
const acts = Number(positionals[0] ?? 200);
// By a name: the two nodes have addresses of their own here.
const html = `<!doctype html><html lang="en"><head><meta charset="utf-8" /><title>Live</title>
  <script type="module" src="/parvis.js"></script></head>
  <body><parvis-like-button subject="live"></parvis-like-button>
  <parvis-comment-thread subject="live"></parvis-comment-thread></body></html>`;

/** What runs in a browser: found without a search, which would slow down what is measured. */
declare global {
  interface Window {
    parvisLike(): HTMLElement;
    parvisLast(): string;
    parvisField(): HTMLTextAreaElement;
    parvisSubmit(): HTMLElement;
  }
}

interface Act {
  kind: string;
  /** Does it in one browser; resolves to when the click was. */
  act: (page: Page) => Promise<number>;
  /** Resolves to when the other has it. */
  seen: (page: Page) => Promise<number>;
}

const servers = await startLive(Number(values.nodes ?? 1));
const browsers: Browser[] = [];
try {
  const [nadia, paul] = await Promise.all([
    open('nadia.benali', 0),
    open('paul.lefevre', servers.addresses.length - 1),
  ]);
  const times = new Map<string, number[]>();
  for (let i = 0; i < acts; i += 1) {
    const [actor, reader] = i % 2 ? [paul, nadia] : [nadia, paul];
    const { kind, act, seen } = newAct(i);
    const shown = seen(reader!);
    // Awaited below.
    shown.catch(() => {});
    // Out of step with whatever a server gathers.
    await new Promise((resolve) => setTimeout(resolve, 150 + Math.random() * 200));
    const clicked = await act(actor!);
    const time = (await shown) - clicked;
    times.set(kind, [...(times.get(kind) ?? []), time]);
  }
  console.log(
    `${acts} acts, ${servers.addresses.length} node(s), ${servers.database}, ${cpus().length} cores, load ${loadavg()[0]!.toFixed(1)}`,
  );
  for (const [kind, values] of [...times, ['all', [...times.values()].flat()] as const])
    console.log(line(kind, values));
} finally {
  await Promise.all(browsers.map((browser) => browser.close()));
  await servers.stop();
}

async function open(handle: string, node: number): Promise<Page> {
  const browser = await launchBrowser();
  browsers.push(browser);
  const page = await (await signInToDemo(browser, servers.addresses[node]!, handle)).newPage();
  await page.addInitScript(() => {
    const root = (tag: string) => document.querySelector(tag)!.shadowRoot!;
    const composer = () => root('parvis-comment-thread').querySelector('parvis-composer')!.shadowRoot!;
    window.parvisLike = () => root('parvis-like-button').querySelector<HTMLElement>('[part=like]')!;
    window.parvisLast = () => {
      const comment = root('parvis-comment-thread').querySelector('ul')?.lastElementChild?.firstElementChild;
      return comment?.shadowRoot?.querySelector('[part=body]')?.textContent ?? '';
    };
    window.parvisField = () => composer().querySelector('textarea')!;
    window.parvisSubmit = () => composer().querySelector<HTMLElement>('[part=submit]')!;
  });
  const stream = streaming(page);
  await page.route('**/live', (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await page.goto('/live');
  await Promise.all([settled(page), stream]);
  return page;
}

function newAct(i: number): Act {
  const text = `Act ${i} of ${acts}`;
  const isShown = (page: Page) => whenTrue(page, (text) => window.parvisLast().includes(text), text);
  if (i % 4 < 2) {
    return {
      kind: 'like',
      act: like,
      seen: async (page) => {
        const before = await likeLabel(page);
        return whenTrue(page, (before) => window.parvisLike().ariaLabel !== before, before);
      },
    };
  }
  return { kind: 'comment', act: (page) => send(page, text), seen: isShown };
}

function likeLabel(page: Page): Promise<string> {
  return page.evaluate(() => window.parvisLike().ariaLabel!);
}

function like(page: Page): Promise<number> {
  return page.evaluate(() => {
    const clicked = performance.timeOrigin + performance.now();
    window.parvisLike().click();
    return clicked;
  });
}

function send(page: Page, text: string): Promise<number> {
  return page.evaluate((text) => {
    const field = window.parvisField();
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    const clicked = performance.timeOrigin + performance.now();
    window.parvisSubmit().click();
    return clicked;
  }, text);
}

/** Looks at each frame. */
function whenTrue(page: Page, condition: (argument: string) => boolean, argument: string): Promise<number> {
  return page.evaluate(
    ([source, argument]) => {
      const isTrue = new Function(`return ${source}`)() as (argument: string) => boolean;
      return new Promise<number>((resolve, reject) => {
        setTimeout(() => reject(new Error(`Not seen for 30 s: ${source}, ${argument}`)), 30_000);
        const look = () => {
          if (isTrue(argument!)) resolve(performance.timeOrigin + performance.now());
          else requestAnimationFrame(look);
        };
        look();
      });
    },
    [condition.toString(), argument],
  );
}

function line(kind: string, times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    `${Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!)} ms`;
  return `${kind.padEnd(8)} ${String(sorted.length).padStart(4)} acts · median ${at(0.5)} · p99 ${at(0.99)} · slowest ${at(1)}`;
}
