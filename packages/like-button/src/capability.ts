import type { Capability } from '@parvis/core';
import { reactionEvents } from './live/reaction-events.js';

export const reactions: Capability = { live: reactionEvents };
