// The build hands every `import()` of a widget to this: see scripts/rollup/late-imports-plugin.js.

/** Between two attempts, in ms. */
const PAUSE = 3_000;

const modules: Record<string, Promise<unknown>> = {};
/** Files that can be had. */
const had = new Set<string>();

/** Called when a file cannot be had for now. */
export const onFailure = new Set<(value?: unknown) => void>();

/**
 * Imports a file of the bundle. Without the network it comes when that is back, so that what was clicked is done then.
 *
 * @param address - relative to this file, as all of them are
 */
export const late = (address: string): Promise<unknown> => (modules[address] ??= tryLoad(address));

async function tryLoad(address: string): Promise<unknown> {
  for (let again = ''; ; again += '?') {
    try {
      // Chromium remembers for as long as the page lives that an import failed, and that of each file that it needs: so it is
      // tried only once all of them can be had, and after a failure under another address.
      await fetchAll(address);
      return await import(address + again);
    } catch {
      onFailure.forEach((tell) => tell());
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}

/** Fetches a file, and those that it imports. */
async function fetchAll(file: string): Promise<void> {
  if (had.has(file)) return;
  // Pages that wrap `fetch` add headers, for which the server would have to be asked first: what they fetch cannot be read.
  const mode = /native code/.test(fetch + '') ? 'cors' : 'no-cors';
  const response = await fetch(new URL(file, import.meta.url), { mode });
  if (response.status > 399) throw new Error(file);
  const imports = (await response.text()).matchAll(/(?:from|import)"(.+?)"/g);
  await Promise.all(Array.from(imports, ([, name]) => fetchAll(name!)));
  had.add(file);
}
