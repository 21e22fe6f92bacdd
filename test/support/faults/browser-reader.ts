import { setTimeout as delay } from 'node:timers/promises';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import type { Browser, Page } from 'playwright-core';
import { rollup } from 'rollup';
import { fromRoot } from '../../../scripts/paths.js';
import { hostToken } from '../e2e/host-token.ts';

/** What a page of an intranet would run, less the widgets: the stream of events alone, and a list of what it told. */
const script = `
  import { ParvisClient } from '${fromRoot('packages/core/dist/client/parvis-client.js')}';
  import { EventStream } from '${fromRoot('packages/core/dist/events/event-stream.js')}';
  import { subscription } from '${fromRoot('packages/core/dist/events/live.js')}';
  import * as capabilities from '${fromRoot('packages/loader/dist/capabilities.js')}';

  window.told = [];
  window.resyncs = 0;
  window.readAndFollow = async (endpoint, token, topics) => {
    const client = new ParvisClient({ endpoint, getToken: () => token });
    await client.query('query Read($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: topics });
    const handlers = {
      document: subscription(Object.values(capabilities).map(({ live }) => live)),
      apply: ({ cursor, __typename, comment, post, subject }) =>
        told.push({ cursor, type: __typename, id: (comment ?? post ?? subject)?.id }),
      resync: () => (resyncs += 1),
    };
    new EventStream(client, 'a reader', handlers).follow(topics.map((topic) => ({ topic, at: performance.now() })));
  };
`;

/** In milliseconds. */
const timeout = 120_000;

/** An event that somebody was told of. */
export interface Told {
  cursor: string;
  type: string;
  /** Of the comment, post or subject. */
  id: string;
}

/** Somebody who follows what happens, in a browser, with the very code that widgets use. */
export class BrowserReader {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Reads some topics and follows them from there on; at the latest with the next event they hear all. */
  static async open(browser: Browser, address: string, topics: readonly string[]): Promise<BrowserReader> {
    const page = await browser.newPage();
    const body = `<!doctype html><meta charset="utf-8"><title>A reader</title><script type="module">${await bundled()}</script>`;
    await page.route(`${address}/reader`, (route) => route.fulfill({ contentType: 'text/html', body }));
    await page.goto(`${address}/reader`);
    await page.evaluate(
      ([endpoint, token, ids]) =>
        (window as unknown as { readAndFollow: (...args: unknown[]) => Promise<void> }).readAndFollow(
          endpoint,
          token,
          ids,
        ),
      [`${address}/graphql`, await hostToken('reader'), topics] as const,
    );
    return new BrowserReader(page);
  }

  told(): Promise<Told[]> {
    return this.#page.evaluate('told');
  }

  /** How often they had to read again because events were missing. */
  resyncs(): Promise<number> {
    return this.#page.evaluate('resyncs');
  }

  /** Waits until they were told of so many events, or the patience of everybody is over. */
  async hears(count: number): Promise<void> {
    const deadline = Date.now() + timeout;
    while ((await this.#page.evaluate<number>('told.length')) < count && Date.now() < deadline) await delay(5);
  }
}

let bundle: Promise<string> | undefined;

function bundled(): Promise<string> {
  return (bundle ??= build());
}

async function build(): Promise<string> {
  const entry = {
    name: 'reader',
    resolveId: (id: string) => (id === 'reader' ? id : null),
    load: (id: string) => (id === 'reader' ? script : null),
  };
  const built = await rollup({ input: 'reader', plugins: [entry, nodeResolve({ browser: true })] });
  return (await built.generate({ format: 'es', inlineDynamicImports: true })).output[0].code;
}
