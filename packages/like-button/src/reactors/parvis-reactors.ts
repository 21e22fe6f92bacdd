import '@parvis/core/avatar/parvis-avatar.js';
import '@parvis/core/person/parvis-person-name.js';
import { define } from '@parvis/core';
import { ReactorsElement } from './reactors-element.js';

define('parvis-reactors', ReactorsElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-reactors': ReactorsElement;
  }
}
