import { define } from '@parvis/core';
import { GroupMembersElement } from './group-members-element.js';

define('parvis-group-members', GroupMembersElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-group-members': GroupMembersElement;
  }
}
