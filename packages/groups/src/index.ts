export { groups } from './capability.js';
export { GroupElement } from './group-element.js';
export { GroupChosenEvent } from './list/group-chosen-event.js';
export { GroupListElement } from './list/group-list-element.js';
