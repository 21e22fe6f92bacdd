import './parvis-group-form.js';
import { define } from '@parvis/core';
import { GroupEndElement } from './group-end-element.js';
import { GroupSettingsElement } from './group-settings-element.js';

define('parvis-group-end', GroupEndElement);
define('parvis-group-settings', GroupSettingsElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-group-end': GroupEndElement;
    'parvis-group-settings': GroupSettingsElement;
  }
}
