import { define } from '../define.js';
import { MenuElement } from './menu-element.js';

define('parvis-menu', MenuElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-menu': MenuElement;
  }
}
