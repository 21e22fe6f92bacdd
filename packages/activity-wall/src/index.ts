export { ActivityWallElement } from './activity-wall-element.js';
export { posts } from './capability.js';
