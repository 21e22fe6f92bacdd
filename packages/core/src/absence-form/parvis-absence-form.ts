import '../avatar/parvis-avatar.js';
import '../notice/parvis-notice.js';
import '../person-field/parvis-person-field.js';
import { define } from '../define.js';
import { AbsenceFormElement } from './absence-form-element.js';

define('parvis-absence-form', AbsenceFormElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-absence-form': AbsenceFormElement;
  }
}
