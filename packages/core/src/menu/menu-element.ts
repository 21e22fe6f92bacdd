import { css, html, LitElement, nothing } from 'lit';
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
  /** Of choices of which one is made: whether it is this. */
  readonly checked?: boolean;
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
      [aria-checked] {
        position: relative;
        padding-inline-start: 32px;
      }
      [aria-checked='true']::before {
        content: '✓' / '';
        position: absolute;
        inset-inline-start: 12px;
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

  /**
   * Opens beside `anchor`.
   *
   * @param at - The action on which the keyboard is; by default on what is chosen, or else on the first.
   */
  async show(anchor: HTMLElement, at?: 'first' | 'last'): Promise<void> {
    await this.updateComplete;
    this.#popover.open(anchor);
    const items = [...this.items];
    const chosen = items.find(({ ariaChecked }) => ariaChecked === 'true');
    const item = at === 'last' ? items.at(-1) : ((at ? undefined : chosen) ?? items[0]);
    item?.focus();
  }

  protected override createRenderRoot() {
    return keepInside(super.createRenderRoot());
  }

  protected override render() {
    return html`<div popover role="menu" aria-label=${this.label} @keydown=${this.#roving.onKeydown}>
      ${this.actions.map(
        (action) =>
          html`<button
            type="button"
            role=${action.checked === undefined ? 'menuitem' : 'menuitemradio'}
            aria-checked=${action.checked ?? nothing}
            tabindex="-1"
            @click=${() => this.#choose(action)}
          >
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
