import type { Capability } from '@parvis/core';
import { postEvents } from './live/post-events.js';

export const posts: Capability = { live: postEvents };
