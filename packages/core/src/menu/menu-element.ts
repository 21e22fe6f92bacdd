import { css, html, LitElement } from 'lit';
import { property, query, queryAll } from 'lit/decorators.js';
import { words } from '../localisation/words.js';
import { keepInside } from '../isolation/keep-inside.js';
import { placePopover } from '../popover/place-popover.js';
import { PopoverCloseEvent } from '../popover/popover-close-event.js';
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

  @query('[popover]') private readonly menu!: HTMLElement;
  @queryAll('button') private readonly items!: NodeListOf<HTMLButtonElement>;

  #anchor: HTMLElement | undefined;

  /** Opens beside `anchor`, with the keyboard on the first action. */
  async show(anchor: HTMLElement): Promise<void> {
    this.#anchor = anchor;
    await this.updateComplete;
    this.menu.showPopover();
    placePopover(this.menu, anchor);
    this.items[0]?.focus();
  }

  protected override createRenderRoot() {
    return keepInside(super.createRenderRoot());
  }

  protected override render() {
    return html`<div
      popover
      role="menu"
      aria-label=${this.label}
      @keydown=${this.#onKeydown}
      @toggle=${this.#onToggle}
      @focusout=${this.#onFocusOut}
    >
      ${this.actions.map(
        (action) =>
          html`<button type="button" role="menuitem" tabindex="-1" @click=${() => this.#choose(action)}>
            ${words(action.label)}
          </button>`,
      )}
    </div>`;
  }

  #choose({ act }: MenuAction): void {
    this.#back();
    act();
  }

  #back(): void {
    this.menu.hidePopover();
    this.#anchor?.focus();
  }

  readonly #onKeydown = (event: KeyboardEvent) => {
    const items = [...this.items];
    const at = items.findIndex((item) => item.matches(':focus'));
    const moves: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
    if (event.key === 'Tab') return this.#back();
    if (event.key === 'Escape') this.#back();
    else if (event.key in moves) items.at(moves[event.key]! % items.length)?.focus();
    else return;
    event.preventDefault();
  };

  readonly #onFocusOut = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget && !this.menu.contains(relatedTarget as Node)) this.menu.hidePopover();
  };

  readonly #onToggle = ({ newState }: ToggleEvent) => {
    if (newState === 'closed') this.dispatchEvent(new PopoverCloseEvent());
  };
}
