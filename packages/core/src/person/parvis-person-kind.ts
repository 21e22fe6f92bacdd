import { define } from '../define.js';
import { PersonKindElement } from './person-kind-element.js';

define('parvis-person-kind', PersonKindElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-person-kind': PersonKindElement;
  }
}
