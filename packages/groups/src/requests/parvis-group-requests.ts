import '@parvis/core/relative-time/parvis-relative-time.js';
import { define } from '@parvis/core';
import { GroupRequestsElement } from './group-requests-element.js';

define('parvis-group-requests', GroupRequestsElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-group-requests': GroupRequestsElement;
  }
}
