export { reactions } from './capability.js';
export { LikeButtonElement } from './like-button-element.js';
export { LikeToggledEvent, LikeToggleEvent } from './like-events.js';
export { REACTABLE_FIELDS, REACTION_COUNTS, VIEWERS_REACTION, type ReactableFields } from './like-operations.js';
export type { ReactionContent } from './reaction.js';
