import { define } from '@parvis/core';
import './facets/parvis-people-facets.js';
import { PeopleFinderElement } from './people-finder-element.js';

define('parvis-people-finder', PeopleFinderElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-people-finder': PeopleFinderElement;
  }
}
