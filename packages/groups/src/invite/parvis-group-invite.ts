import '@parvis/core/person-field/parvis-person-field.js';
import { define } from '@parvis/core';
import { GroupInviteElement } from './group-invite-element.js';

define('parvis-group-invite', GroupInviteElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-group-invite': GroupInviteElement;
  }
}
