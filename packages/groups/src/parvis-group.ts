import '@parvis/core/avatar/parvis-avatar.js';
import { define } from '@parvis/core';
import { GroupElement } from './group-element.js';

define('parvis-group', GroupElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-group': GroupElement;
  }
}
