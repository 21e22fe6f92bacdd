import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';

/** To be written: the card of a person, in a popover beside what opened it. */
export class PersonCardElement extends LitElement {
  @property() handle = '';
  open(_anchor: HTMLElement, _options: { focus: boolean }): void {}
  closeIfIdle(): void {}
}
