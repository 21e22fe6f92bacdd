import { define } from '@parvis/core';
import { RuleEditorElement } from './rule-editor-element.js';

define('parvis-rule-editor', RuleEditorElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-rule-editor': RuleEditorElement;
  }
}
