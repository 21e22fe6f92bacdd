import { define } from '@parvis/core';
import { BellElement } from './bell-element.js';

define('parvis-bell', BellElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-bell': BellElement;
  }
}
