import { define } from '../define.js';
import { wakeUnsent } from '../unsent/wake-unsent.js';
import { NoticeElement } from './notice-element.js';

define('parvis-notice', NoticeElement);

// With the first error, which may be that the network is gone, and with every field: what waits there is shown.
wakeUnsent();

declare global {
  interface HTMLElementTagNameMap {
    'parvis-notice': NoticeElement;
  }
}
