import { createContext } from '@lit/context';
import type { ParvisClient } from '../client/parvis-client.js';

/** What a part of the page hands to the widgets in it: the page's root to all, `<parvis-provider>` to those that it wraps. */
export interface Surroundings {
  readonly client: ParvisClient;
  /** Language, as BCP 47, where a provider says one. */
  readonly locale?: string | undefined;
  /** Where a provider says one; else widgets look as the page does. */
  readonly theme?: 'light' | 'dark' | undefined;
}

export const surroundings = createContext<Surroundings>(Symbol('parvis'));
