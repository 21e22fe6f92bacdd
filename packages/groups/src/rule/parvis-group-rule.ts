import { define } from '@parvis/core';
import { GroupRuleElement } from './group-rule-element.js';

define('parvis-group-rule', GroupRuleElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-group-rule': GroupRuleElement;
  }
}
