import { define } from '@parvis/core';
import { ComposerElement } from './composer-element.js';

define('parvis-composer', ComposerElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-composer': ComposerElement;
  }
}
