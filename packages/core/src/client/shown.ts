import type { ReactiveControllerHost } from 'lit';
import type { ParvisError } from './parvis-error.js';

/** What a widget shows, as far as it is read again by others than itself. */
export interface Shown {
  readonly host: ReactiveControllerHost;
  readonly client: { readonly current: object };
  /** The id of the page, post, comment or wall on screen; undefined before it is shown. */
  readonly topic: () => string | undefined;
  /** Reads it again without disturbing the reader; rejects where that cannot be. */
  readonly reread: () => unknown;
  /** What it shows, and why not. */
  readonly query?: { value: unknown; error: ParvisError | undefined } | undefined;
}

/** All that is on the page. */
export const shown = new Set<Shown>();
