export { LikeButtonElement } from './like-button-element.js';
export { LikeToggledEvent, LikeToggleEvent } from './like-events.js';
export { REACTABLE_FIELDS, type ReactableFields } from './like-operations.js';
export type { ReactionContent } from './reaction.js';
