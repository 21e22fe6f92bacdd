import { define } from '../define.js';
import { NoticeElement } from './notice-element.js';

define('parvis-notice', NoticeElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-notice': NoticeElement;
  }
}
