import { define } from '../define.js';
import { RelativeTimeElement } from './relative-time-element.js';

define('parvis-relative-time', RelativeTimeElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-relative-time': RelativeTimeElement;
  }
}
