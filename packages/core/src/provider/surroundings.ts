import { createContext } from '@lit/context';
import type { ParvisClient } from '../client/parvis-client.js';

/**
 * Context for the widgets in a part of the page: provided by the page's root to all, and by `<parvis-provider>` to its
 * content.
 */
export interface Surroundings {
  readonly client: ParvisClient;
  /** Language, as BCP 47, where a provider sets one. */
  readonly locale?: string | undefined;
  /** Where a provider sets one; otherwise widgets follow the page. */
  readonly theme?: 'light' | 'dark' | undefined;
}

export const surroundings = createContext<Surroundings>(Symbol('parvis'));
