// The build replaces every `import()` of a widget by a call of this: see scripts/rollup/late-imports-plugin.js.

/** Between two attempts, in ms. */
const PAUSE = 3_000;

const modules: Record<string, Promise<unknown>> = {};
/** Files that have been fetched. */
const had = new Set<string>();

/** Called when a file cannot be fetched for now. */
export const onFailure = new Set<(value?: unknown) => void>();

/**
 * Imports a file of the bundle. Without a network it retries until the file comes, so that what was clicked is done then.
 *
 * @param address - relative to this file, as all of them are
 */
export const late = (address: string): Promise<unknown> => (modules[address] ??= tryLoad(address));

async function tryLoad(address: string): Promise<unknown> {
  for (let again = ''; ; again += '?') {
    try {
      // Chromium remembers, for the lifetime of the page, that an import failed, and also that of each file it needs. So
      // import only after all files have been fetched, and under another address after a failure.
      await fetchAll(address);
      return await import(address + again);
    } catch {
      onFailure.forEach((notify) => notify());
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}

/** Fetches a file and all files that it imports. */
async function fetchAll(file: string): Promise<void> {
  if (had.has(file)) return;
  // Pages that wrap `fetch` may add headers, which would need a preflight request. With `no-cors` none is sent, but the
  // response cannot be read.
  const mode = /native code/.test(fetch + '') ? 'cors' : 'no-cors';
  const response = await fetch(new URL(file, import.meta.url), { mode });
  if (response.status > 399) throw new Error(file);
  // Not after a text of the code that ends as an import does.
  const imports = (await response.text()).matchAll(/(?:from|import)"(\.\/[^"]+)/g);
  await Promise.all(Array.from(imports, ([, name]) => fetchAll(name!)));
  had.add(file);
}
