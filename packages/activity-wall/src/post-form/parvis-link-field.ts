import { define } from '@parvis/core';
import { LinkFieldElement } from './link-field-element.js';

define('parvis-link-field', LinkFieldElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-link-field': LinkFieldElement;
  }
}
