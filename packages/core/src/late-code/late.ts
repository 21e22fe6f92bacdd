// The build hands every `import()` of a widget to this: see scripts/rollup/late-imports-plugin.js.

/** Between two attempts, in ms. */
const PAUSE = 3_000;

const modules: Record<string, Promise<unknown>> = {};

/** Imports a file of the bundle. Without the network it comes when that is back, so that what was clicked is done then. */
export const late = <Module>(use: (load: (address: string) => Promise<unknown>) => Module): Module => use(load);

/** @param address - relative to this file, as all of them are */
const load = (address: string) => (modules[address] ??= tryLoad(address));

async function tryLoad(address: string): Promise<unknown> {
  for (let again = ''; ; again = `?${Date.now()}`) {
    try {
      // Chromium remembers for as long as the page lives that an import failed, and that of each file that it needs: so it is
      // tried only once the file can be had, and after a failure under another address.
      await fetch(new URL(address, import.meta.url), { mode: 'no-cors' });
      return await import(address + again);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}
