import { define } from '@parvis/core';
import { GroupInviteElement } from './group-invite-element.js';
import { PersonFieldElement } from './person-field-element.js';

define('parvis-person-field', PersonFieldElement);
define('parvis-group-invite', GroupInviteElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-group-invite': GroupInviteElement;
    'parvis-person-field': PersonFieldElement;
  }
}
