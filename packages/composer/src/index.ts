export { ComposerElement } from './composer-element.js';
export { ComposerCancelEvent, ComposerSubmitEvent } from './composer-events.js';
export { DraftController } from './draft-controller.js';
