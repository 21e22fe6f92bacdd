import { define } from '@parvis/core';
import { PeopleFacetsElement } from './people-facets-element.js';

define('parvis-people-facets', PeopleFacetsElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-people-facets': PeopleFacetsElement;
  }
}
