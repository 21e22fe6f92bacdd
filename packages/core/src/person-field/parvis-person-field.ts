import '../avatar/parvis-avatar.js';
import { define } from '../define.js';
import { PersonFieldElement } from './person-field-element.js';

define('parvis-person-field', PersonFieldElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-person-field': PersonFieldElement;
  }
}
