import { define } from '../define.js';
import { AbsenceElement } from './absence-element.js';

define('parvis-absence', AbsenceElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-absence': AbsenceElement;
  }
}
