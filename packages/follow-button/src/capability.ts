import type { Capability } from '@parvis/core';
import { followEvents } from './live/follow-events.js';

export const follows: Capability = { live: followEvents };
