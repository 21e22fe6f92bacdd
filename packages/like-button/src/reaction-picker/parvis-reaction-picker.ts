import { define } from '@parvis/core';
import { ReactionPickerElement } from './reaction-picker-element.js';

define('parvis-reaction-picker', ReactionPickerElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-reaction-picker': ReactionPickerElement;
  }
}
