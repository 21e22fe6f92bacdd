import { define } from '../define.js';
import { UnsentElement } from './unsent-element.js';

export { outboxOf } from './outboxes.js';

define('parvis-unsent', UnsentElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-unsent': UnsentElement;
  }
}
