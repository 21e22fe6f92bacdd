import { define } from '../define.js';
import { PersonNameElement } from './person-name-element.js';

define('parvis-person-name', PersonNameElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-person-name': PersonNameElement;
  }
}
