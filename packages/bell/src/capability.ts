import type { Capability } from '@parvis/core';
import { inboxEvents } from './live/inbox-events.js';

export const notifications: Capability = { live: inboxEvents };
