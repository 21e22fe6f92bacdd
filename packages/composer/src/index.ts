export { ComposerElement } from './composer-element.js';
export { ComposerCancelEvent, ComposerSubmitEvent } from './composer-events.js';
