import { define } from '@parvis/core';
import { GroupAskElement } from './group-ask-element.js';
import { GroupLeaveElement } from './group-leave-element.js';
import { GroupPanelElement } from './group-panel-element.js';

define('parvis-group-ask', GroupAskElement);
define('parvis-group-leave', GroupLeaveElement);
define('parvis-group-panel', GroupPanelElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-group-ask': GroupAskElement;
    'parvis-group-leave': GroupLeaveElement;
    'parvis-group-panel': GroupPanelElement;
  }
}
