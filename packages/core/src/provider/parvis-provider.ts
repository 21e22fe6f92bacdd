import { define } from '../define.js';
import { ProviderElement } from './provider-element.js';

define('parvis-provider', ProviderElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-provider': ProviderElement;
  }
}
