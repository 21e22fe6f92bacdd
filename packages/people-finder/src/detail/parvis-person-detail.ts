import '@parvis/core/avatar/parvis-avatar.js';
import '@parvis/core/notice/parvis-notice.js';
import '@parvis/core/relative-time/parvis-relative-time.js';
import '@parvis/follow-button/parvis-follow-button.js';
import { define } from '@parvis/core';
import { PersonDetailElement } from './person-detail-element.js';

define('parvis-person-detail', PersonDetailElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-person-detail': PersonDetailElement;
  }
}
