import '@parvis/core/avatar/parvis-avatar.js';
import '@parvis/core/notice/parvis-notice.js';
import '@parvis/core/person-field/parvis-person-field.js';
import { define } from '@parvis/core';
import { AbsenceFormElement } from './absence-form-element.js';

define('parvis-absence-form', AbsenceFormElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-absence-form': AbsenceFormElement;
  }
}
