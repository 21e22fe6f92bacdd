export { ActivityWallElement } from './activity-wall-element.js';
export { posts } from './capability.js';
export type { ContentEditor, ContentView, PostKind } from './kinds/post-kind.js';
export type { PostSubmitEvent } from './post-form/post-form-events.js';
