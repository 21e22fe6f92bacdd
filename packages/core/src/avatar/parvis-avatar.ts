import { define } from '../define.js';
import { AvatarElement } from './avatar-element.js';

define('parvis-avatar', AvatarElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-avatar': AvatarElement;
  }
}
