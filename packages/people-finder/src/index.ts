export { PersonCardEvent, PersonProfileEvent } from '@parvis/core/person-card/person-events.js';
export { PeopleFinderElement } from './people-finder-element.js';
