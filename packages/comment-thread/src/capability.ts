import type { Capability } from '@parvis/core';
import { commentEvents } from './live/comment-events.js';

export const comments: Capability = { live: commentEvents };
