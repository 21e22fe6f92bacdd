import { define } from '@parvis/core';
import { ChannelFieldElement } from './channel-field-element.js';

define('parvis-channel-field', ChannelFieldElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-channel-field': ChannelFieldElement;
  }
}
