import { alertStyles, buttonStyles, hostStyles, icon, LocaleController } from '@parvis/core';
import { keepInside } from '@parvis/core/isolation/keep-inside.js';
import { html, LitElement, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { CHAIN } from '../post/link-preview.js';
import { linkFieldStrings } from './strings/catalogue.js';
import { linkFieldStyles } from './link-field-styles.js';
import { webAddress } from './web-address.js';

const CROSS = 'M6 6l12 12M18 6 6 18';

/** A link that a post may have: a button until one is wanted, then a field. */
export class LinkFieldElement extends LitElement {
  static override styles = [hostStyles, alertStyles, buttonStyles, linkFieldStyles];

  /** The address; empty for none. */
  @property() value = '';

  /** Whether a link is wanted: it takes a line of its own. */
  @property({ type: Boolean, reflect: true }) open = false;

  @state() private refused = false;

  @query('input') private readonly input?: HTMLInputElement;
  @query('.add') private readonly add?: HTMLButtonElement;

  readonly #locale = new LocaleController(this, linkFieldStrings);

  /** Whether what has been typed is an address, or nothing at all. If not, says so and takes the keyboard there. */
  checkValidity(): boolean {
    this.#read();
    if (this.refused) this.input?.focus();
    return !this.refused;
  }

  protected override createRenderRoot() {
    return keepInside(super.createRenderRoot());
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('value')) this.open = !!this.value || (this.open && this.matches(':focus-within'));
  }

  protected override render() {
    const { text, ready } = this.#locale;
    if (!ready) return nothing;
    if (!this.open) {
      return html`<button class="add" type="button" @click=${this.#onAdd}>${icon(CHAIN)}${text.addLink}</button>`;
    }
    return html`<div>
        ${icon(CHAIN)}
        <input
          type="url"
          dir="ltr"
          autocomplete="off"
          placeholder="https://"
          aria-label=${text.link}
          aria-invalid=${this.refused}
          aria-describedby=${this.refused ? 'refusal' : nothing}
          .value=${this.value}
          @change=${this.#read}
        />
        <button type="button" aria-label=${text.removeLink} title=${text.removeLink} @click=${this.#onRemove}>
          ${icon(CROSS)}
        </button>
      </div>
      ${this.refused ? html`<p id="refusal" role="alert">${text.linkInvalid}</p>` : nothing}`;
  }

  readonly #read = () => {
    const typed = this.input?.value.trim();
    const address = typed ? webAddress(typed) : '';
    this.refused = address === undefined;
    if (address === undefined) return;
    this.value = address;
    if (this.input) this.input.value = address;
  };

  readonly #onAdd = async () => {
    this.open = true;
    await this.updateComplete;
    this.input?.focus();
  };

  readonly #onRemove = async () => {
    this.open = this.refused = false;
    this.value = '';
    await this.updateComplete;
    this.add?.focus();
  };
}
