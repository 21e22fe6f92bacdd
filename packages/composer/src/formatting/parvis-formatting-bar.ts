import { define } from '@parvis/core';
import { FormattingBarElement } from './formatting-bar-element.js';

define('parvis-formatting-bar', FormattingBarElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-formatting-bar': FormattingBarElement;
  }
}
