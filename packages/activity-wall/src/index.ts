export { ActivityWallElement } from './activity-wall-element.js';
