import { css, html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { LocaleController } from '../localisation/locale-controller.js';
import { kindWord } from './kind-words.js';
import type { Person } from './person.js';

/**
 * A mark beside the name of a contractor, guest or service. It stands in the element that has the name, so that it belongs
 * to its accessible name.
 *
 * @csspart kind - The mark.
 */
export class PersonKindElement extends LitElement {
  static override styles = css`
    :host {
      display: inline;
      unicode-bidi: isolate;
    }
    /* Only screen readers say it. As a box of its own it would be read with a space before it. The space after it is where the
       mark may go to the next line. */
    .comma {
      font-size: 0;
    }
    .kind {
      display: inline-block;
      padding: 0 0.5em;
      border: 1px solid var(--_line, currentColor);
      border-radius: 999px;
      background: var(--_wash, transparent);
      font-size: max(0.6875rem, 0.75em);
      font-weight: 400;
      line-height: 1.5;
      vertical-align: 0.1em;
      white-space: nowrap;
    }
    @media (forced-colors: active) {
      .kind {
        border-color: currentColor;
      }
    }
  `;

  @property({ attribute: false }) kind?: Person['kind'];

  // Only for the language: the words are few, and come with this code.
  readonly #locale = new LocaleController(this, { en: {}, fr: () => Promise.resolve({ strings: {} }) });

  protected override render() {
    const word = kindWord(this.kind, this.#locale.lang);
    return word
      ? html`<span class="comma">,</span> <span class="kind" part="kind" .textContent=${word}></span>`
      : nothing;
  }
}
