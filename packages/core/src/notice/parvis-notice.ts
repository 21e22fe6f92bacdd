import { define } from '../define.js';
import { wakeUnsent } from '../unsent/wake-unsent.js';
import { NoticeElement } from './notice-element.js';

define('parvis-notice', NoticeElement);

// The notice is loaded with the first error, which may be a lost network, and with every text field: show unsent texts
// then.
wakeUnsent();

declare global {
  interface HTMLElementTagNameMap {
    'parvis-notice': NoticeElement;
  }
}
