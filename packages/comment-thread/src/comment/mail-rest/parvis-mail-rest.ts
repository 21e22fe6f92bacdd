import { define } from '@parvis/core';
import { MailRestElement } from './mail-rest-element.js';

define('parvis-mail-rest', MailRestElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-mail-rest': MailRestElement;
  }
}
