export { polls } from './capability.js';
