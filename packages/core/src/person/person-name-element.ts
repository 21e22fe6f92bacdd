import { css, html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { CardOpener } from '../person-card/card-opener.js';
import { renderKind } from './render-kind.js';
import type { NamedPerson } from './spoken-name.js';

/**
 * A person's name, with a mark if they are no employee. Resting on it with the mouse or the keyboard, or pressing it, opens
 * their card, whose code is loaded only then.
 *
 * @csspart name - The name.
 */
export class PersonNameElement extends LitElement {
  static override styles = css`
    :host {
      display: inline;
    }
    button {
      display: inline;
      margin: 0;
      padding: 0;
      border: 0;
      background: none;
      color: inherit;
      font: inherit;
      text-align: start;
      overflow-wrap: anywhere;
      cursor: pointer;
    }
    button:hover {
      text-decoration: underline;
      text-underline-offset: 2px;
    }
    button:focus-visible {
      outline: 2px solid var(--_accent);
      outline-offset: 2px;
      border-radius: 3px;
    }
  `;

  @property({ attribute: false }) person?: NamedPerson & { handle: string };

  /** Shown before the name: `@` in a mention. */
  @property() sigil = '';

  #opener: CardOpener | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#opener?.stop();
  }

  protected override render() {
    const on = this.#onEvent;
    if (!this.person) return nothing;
    return html`<button
        part="name"
        type="button"
        dir="auto"
        translate="no"
        aria-haspopup="dialog"
        @click=${on}
        @pointerenter=${on}
        @pointerleave=${on}
        @keyup=${on}
        @blur=${on}
      >
        ${this.sigil}${this.person.name}${renderKind(this.person)}</button
      >${this.#opener?.render(this.person)}`;
  }

  readonly #onEvent = (event: Event) => {
    void import('../person-card/card-opener.js').then(({ CardOpener }) => {
      this.#opener ??= new CardOpener(this);
      this.#opener.on(event);
    });
  };
}
