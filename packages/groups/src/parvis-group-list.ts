import { define } from '@parvis/core';
import { GroupListElement } from './list/group-list-element.js';

define('parvis-group-list', GroupListElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-group-list': GroupListElement;
  }
}
