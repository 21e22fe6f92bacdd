import type { Catalogue } from '@parvis/core';
import { en, type ChannelFieldStrings } from './en.js';

/** The words of the choice of a channel. */
export const channelFieldStrings: Catalogue<ChannelFieldStrings> = { en, fr: () => import('./fr.js') };
