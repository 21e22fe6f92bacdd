import '@parvis/core/avatar/parvis-avatar.js';
import { define } from '@parvis/core';
import { PeopleResultsElement } from './people-results-element.js';

define('parvis-people-results', PeopleResultsElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-people-results': PeopleResultsElement;
  }
}
