import '@parvis/composer/parvis-composer.js';
import { define } from '@parvis/core';
import { PostFormElement } from './post-form-element.js';

define('parvis-post-form', PostFormElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-post-form': PostFormElement;
  }
}
