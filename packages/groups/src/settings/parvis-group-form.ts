import { define } from '@parvis/core';
import { GroupFormElement } from './group-form-element.js';

define('parvis-group-form', GroupFormElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-group-form': GroupFormElement;
  }
}
