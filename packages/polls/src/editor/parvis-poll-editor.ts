import { define } from '@parvis/core';
import { PollEditorElement } from './poll-editor-element.js';

define('parvis-poll-editor', PollEditorElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-poll-editor': PollEditorElement;
  }
}
