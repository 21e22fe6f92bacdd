import { define } from '@parvis/core';
import { GroupOfferElement } from './group-offer-element.js';

define('parvis-group-offer', GroupOfferElement);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-group-offer': GroupOfferElement;
  }
}
