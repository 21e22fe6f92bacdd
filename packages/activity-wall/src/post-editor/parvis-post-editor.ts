import '@parvis/core/notice/parvis-notice.js';
import '../post-form/parvis-post-form.js';
import { define } from '@parvis/core';
import { PostEditorElement } from './post-editor-element.js';

define('parvis-post-editor', PostEditorElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-post-editor': PostEditorElement;
  }
}
