import { hostStyles, icon, LocaleController, placePopover, PopoverCloseEvent, popoverStyles } from '@parvis/core';
import { keepInside } from '@parvis/core/isolation/keep-inside.js';
import { css, html, LitElement } from 'lit';
import { property, query, queryAll } from 'lit/decorators.js';
import { REACTION_PATHS } from '../reaction-paths.js';
import type { ReactionContent } from '../reaction.js';
import { likeButtonStrings } from '../strings/catalogue.js';

/** The viewer has chosen a reaction. */
export class ReactionChosenEvent extends Event {
  static readonly type = 'parvis-reaction-chosen';
  constructor(readonly reaction: ReactionContent) {
    super(ReactionChosenEvent.type);
  }
}

/** Offers the reactions, as a menu in one row. */
export class ReactionPickerElement extends LitElement {
  static override styles = [
    hostStyles,
    popoverStyles,
    css`
      [popover] {
        border-radius: 999px;
        white-space: nowrap;
        overflow: visible;
      }
      [popover]:popover-open {
        display: flex;
        gap: 2px;
      }
      button {
        display: grid;
        place-items: center;
        inline-size: 40px;
        block-size: 40px;
        padding: 0;
        border: 0;
        border-radius: 50%;
        background: none;
        color: var(--_color);
        cursor: pointer;
        transition: transform 0.12s;
      }
      button:hover,
      button:focus-visible {
        background: color-mix(in srgb, currentColor 12%, transparent);
        transform: scale(1.12);
      }
      button[aria-checked='true'] {
        background: color-mix(in srgb, currentColor 16%, transparent);
        box-shadow: inset 0 0 0 1.5px currentColor;
      }
      svg {
        inline-size: 22px;
        block-size: 22px;
      }
      .LIKE {
        --_color: light-dark(#0b57d0, #8ab4f8);
      }
      .LOVE {
        --_color: light-dark(#c5221f, #f28b82);
      }
      .CELEBRATE {
        --_color: light-dark(#b06000, #fdd663);
      }
      .INSIGHTFUL {
        --_color: light-dark(#188038, #81c995);
      }
      .SUPPORT {
        --_color: light-dark(#8430ce, #d7aefb);
      }
      .LAUGH {
        --_color: light-dark(#8a5a00, #fcc934);
      }
    `,
  ];

  /** What to offer, in order. */
  @property({ attribute: false }) contents: readonly ReactionContent[] = [];

  /** The viewer's reaction now. */
  @property({ attribute: false }) chosen: ReactionContent | null = null;

  @query('[popover]') private readonly menu!: HTMLElement;
  @queryAll('button') private readonly items!: NodeListOf<HTMLButtonElement>;

  readonly #locale = new LocaleController(this, likeButtonStrings);
  #anchor: HTMLElement | undefined;

  /** Opens beside `anchor`; the keyboard follows if it asked. */
  async show(anchor: HTMLElement, focus: boolean): Promise<void> {
    this.#anchor = anchor;
    await this.updateComplete;
    if (!this.menu.matches(':popover-open')) this.menu.showPopover();
    placePopover(this.menu, anchor);
    if (focus) (this.items[this.contents.indexOf(this.chosen!)] ?? this.items[0])?.focus();
  }

  close(): void {
    if (this.menu.matches(':popover-open')) this.menu.hidePopover();
  }

  protected override createRenderRoot() {
    return keepInside(super.createRenderRoot());
  }

  protected override render() {
    const { text } = this.#locale;
    return html`<div
      popover
      role="menu"
      aria-label=${text.react}
      @keydown=${this.#onKeydown}
      @toggle=${this.#onToggle}
      @focusout=${this.#onFocusOut}
    >
      ${this.contents.map(
        (content) =>
          html`<button
            class=${content}
            type="button"
            role="menuitemradio"
            tabindex="-1"
            aria-checked=${content === this.chosen}
            aria-label=${text.reactions[content]}
            title=${text.reactions[content]}
            @click=${() => this.#choose(content)}
          >
            ${icon(REACTION_PATHS[content])}
          </button>`,
      )}
    </div>`;
  }

  #choose(content: ReactionContent): void {
    this.dispatchEvent(new ReactionChosenEvent(content));
    this.#back();
  }

  #back(): void {
    const hadFocus = !!this.shadowRoot!.activeElement;
    this.close();
    if (hadFocus) this.#anchor?.focus();
  }

  readonly #onKeydown = (event: KeyboardEvent) => {
    const items = [...this.items];
    const at = items.findIndex((item) => item.matches(':focus'));
    const forward = getComputedStyle(this).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const backward = forward === 'ArrowRight' ? 'ArrowLeft' : 'ArrowRight';
    const moves: Record<string, number> = {
      [forward]: at + 1,
      [backward]: at - 1,
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: -1,
    };
    if (event.key === 'Escape') this.#back();
    else if (event.key in moves) items.at(moves[event.key]! % items.length)?.focus();
    else return;
    event.preventDefault();
  };

  readonly #onFocusOut = (event: FocusEvent) => {
    if (event.relatedTarget && !this.menu.contains(event.relatedTarget as Node)) this.close();
  };

  readonly #onToggle = (event: ToggleEvent) => {
    if (event.newState === 'closed') this.dispatchEvent(new PopoverCloseEvent());
  };
}

declare global {
  interface HTMLElementEventMap {
    [ReactionChosenEvent.type]: ReactionChosenEvent;
  }
}
