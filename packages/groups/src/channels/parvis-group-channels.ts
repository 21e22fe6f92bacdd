import { define } from '@parvis/core';
import { GroupChannelsElement } from './group-channels-element.js';

define('parvis-group-channels', GroupChannelsElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-group-channels': GroupChannelsElement;
  }
}
