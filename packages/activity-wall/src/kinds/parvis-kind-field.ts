import { define } from '@parvis/core';
import { KindFieldElement } from './kind-field-element.js';

define('parvis-kind-field', KindFieldElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-kind-field': KindFieldElement;
  }
}
