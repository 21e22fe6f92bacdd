// Loaded once something is shown.
import type { Live } from './events/live.js';

/** What a package adds to what all pages have. Packages that can be added to declare here what they take. */
export interface Capability {
  /** What it shows of what others do. */
  readonly live?: Live;
}

let resolve: (all: readonly Capability[]) => void;

/** All that there are, once that was said. */
export const capabilities = new Promise<readonly Capability[]>((resolver) => (resolve = resolver));

/** Says which there are. */
export const useCapabilities = (all: readonly Capability[]): void => resolve(all);
