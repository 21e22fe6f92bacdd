import { css, html, LitElement } from 'lit';
import { property, queryAll } from 'lit/decorators.js';
import { RovingFocus } from '../focus/roving-focus.js';
import { words } from '../localisation/words.js';
import { keepInside } from '../isolation/keep-inside.js';
import { PopoverController } from '../popover/popover-controller.js';
import { buttonStyles } from '../styles/button-styles.js';
import { hostStyles } from '../styles/host-styles.js';
import { popoverStyles } from '../styles/popover-styles.js';

/** One thing to do. */
export interface MenuAction {
  readonly label: string;
  readonly act: () => void;
}

/** What can be done with something, as a menu by the ARIA authoring practices. */
export class MenuElement extends LitElement {
  static override styles = [
    hostStyles,
    buttonStyles,
    popoverStyles,
    css`
      :host {
        position: absolute;
      }
      button {
        display: block;
        inline-size: 100%;
        min-block-size: 36px;
        padding-inline: 12px;
        border-radius: calc(var(--_radius) - 4px);
        color: inherit;
        text-align: start;
        white-space: nowrap;
      }
      button:focus-visible {
        background: var(--_wash);
        outline-offset: -2px;
      }
    `,
  ];

  /** Accessible name of the menu. */
  @property() label = '';

  @property({ attribute: false }) actions: readonly MenuAction[] = [];

  @queryAll('button') private readonly items!: NodeListOf<HTMLButtonElement>;

  readonly #popover = new PopoverController(this, { isMenu: true });
  readonly #roving = new RovingFocus(this, { items: () => [...this.items], axis: 'vertical' });

  /** Opens beside `anchor`, with the keyboard on the first action. */
  async show(anchor: HTMLElement): Promise<void> {
    await this.updateComplete;
    this.#popover.open(anchor);
    this.items[0]?.focus();
  }

  protected override createRenderRoot() {
    return keepInside(super.createRenderRoot());
  }

  protected override render() {
    return html`<div popover role="menu" aria-label=${this.label} @keydown=${this.#roving.onKeydown}>
      ${this.actions.map(
        (action) =>
          html`<button type="button" role="menuitem" tabindex="-1" @click=${() => this.#choose(action)}>
            ${words(action.label)}
          </button>`,
      )}
    </div>`;
  }

  #choose({ act }: MenuAction): void {
    this.#popover.close();
    act();
  }
}
