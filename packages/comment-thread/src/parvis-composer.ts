// With the composer, not with the first error: that may be that the network is gone.
import '@parvis/core/notice/parvis-notice.js';
import { define } from '@parvis/core';
import { ComposerElement } from './composer/composer-element.js';

define('parvis-composer', ComposerElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-composer': ComposerElement;
  }
}
