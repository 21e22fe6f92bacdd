// The build hands every `import()` of a widget to this: see scripts/rollup/late-imports-plugin.js.

/** Between two attempts, in ms. */
const PAUSE = 5_000;

const modules = new Map<string, Promise<unknown>>();

/** Imports a file of the bundle. Without the network it comes when that is back, so that what was clicked is done then. */
export const late = <Module>(use: (load: (address: string) => Promise<unknown>) => Module): Module => use(load);

/** @param address - relative to this file, as all of them are */
function load(address: string): Promise<unknown> {
  const module = modules.get(address) ?? tryLoad(address);
  modules.set(address, module);
  return module;
}

async function tryLoad(address: string): Promise<unknown> {
  for (let again = ''; ; again = `?${Date.now()}`) {
    try {
      // Chromium remembers for as long as the page lives that an import failed, and that of each file that it needs: so it is
      // tried only once the file can be had, and after a failure under another address.
      await reach(new URL(address, import.meta.url).href);
      return await import(address + again);
    } catch {
      await new Promise((resolve) => {
        addEventListener('online', resolve, { once: true });
        setTimeout(resolve, PAUSE);
      });
    }
  }
}

/** By a link: pages wrap `fetch`, and their policies may forbid it where scripts may load; or else by `fetch`. */
function reach(href: string): Promise<unknown> {
  return new Promise((onload, onerror) => {
    const link = document.createElement('link');
    document.head.append(Object.assign(link, { rel: 'preload', as: 'script', crossOrigin: '', href, onload, onerror }));
  }).catch(() => fetch(href, { mode: 'no-cors' }));
}
