import { define } from '@parvis/core';
import { PollElement } from './poll-element.js';

define('parvis-poll', PollElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-poll': PollElement;
  }
}
