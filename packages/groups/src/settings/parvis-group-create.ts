import './parvis-group-form.js';
import { define } from '@parvis/core';
import { GroupCreateElement } from './group-create-element.js';

define('parvis-group-create', GroupCreateElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-group-create': GroupCreateElement;
  }
}
