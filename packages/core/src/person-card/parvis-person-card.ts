import '../avatar/parvis-avatar.js';
import '../notice/parvis-notice.js';
import { define } from '../define.js';
import { PersonCardElement } from './person-card-element.js';

define('parvis-person-card', PersonCardElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-person-card': PersonCardElement;
  }
}
