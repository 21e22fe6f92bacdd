import type { Capability } from '@parvis/core';
import { groupEvents } from './live/group-events.js';

export const groups: Capability = { live: groupEvents };
