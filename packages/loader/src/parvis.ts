import type { configureParvis as Configure } from '@parvis/core';
import { chunks } from './chunks.js';
import { watchTags } from './watch-tags.js';
import { WIDGETS } from './tags.js';

export type * from './tags.js';

// In a variable: bundlers look for a file where they read `new URL('graphql', here)`.
const here = import.meta.url;

// Core comes by a dynamic import, so that this file runs, and asks for all the code of the page's tags, before it is there.
const core = import('./start.js').then((module) => {
  module.configureParvis({ endpoint: new URL('graphql', here).href });
  return module;
});

/** Sets `getToken` or another `endpoint` for all widgets of this page; see `@parvis/core`. */
export const configureParvis = async (...options: Parameters<typeof Configure>): Promise<void> =>
  (await core).configureParvis(...options);

/** Looks for tags in one shadow root more, now and later: one that is closed, or was attached after its element was there. */
export const discover = watchTags(Object.keys(WIDGETS), (tags) => {
  preload(tags);
  // What the widgets of a page ask first travels together, however their code arrives.
  void core.then(({ holdTurn }) => holdTurn(load(tags)));
});

async function load(tags: string[]): Promise<void> {
  const provider = 'parvis-provider';
  // Widgets inside a provider must find it awake, or they would ask the page's own server first.
  if (tags.includes(provider)) await WIDGETS[provider]!();
  await Promise.all(
    tags.map((tag) =>
      WIDGETS[tag]!().catch((reason: unknown) => console.error(`Parvis could not load <${tag}>.`, reason)),
    ),
  );
}

/** Asks for every file at once: chained imports would ask for one after the other. */
function preload(tags: string[]): void {
  const unused = /^\s*fr(?![a-z])/i.test(document.documentElement.lang) ? ':' : /:.*/;
  const files = new Set(tags.flatMap((tag) => chunks[tag]?.replace(unused, '').match(/.{7}/g) ?? []));
  for (const file of files) {
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.href = new URL(`chunks/${file}.js`, here).href;
    document.head.append(link);
  }
}
