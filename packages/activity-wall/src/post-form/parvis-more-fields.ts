// Loaded with the first focus in the form.
import { define } from '@parvis/core';
import '../kinds/parvis-kind-field.js';
// What writes it comes now: the network may be gone when it is sent.
import '../post-actions/sending-post.js';
import './channel/parvis-channel-field.js';
import { MoreFieldsElement } from './more-fields-element.js';
import './parvis-link-field.js';

define('parvis-more-fields', MoreFieldsElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-more-fields': MoreFieldsElement;
  }
}
