export { follows } from './capability.js';
export { FollowButtonElement } from './follow-button-element.js';
export { FollowChangedEvent } from './follow-changed-event.js';
export type { FollowLevel } from './follow-operations.js';
