import { hostStyles, icon, LocaleController, PopoverController, popoverStyles, RovingFocus } from '@parvis/core';
import { keepInside } from '@parvis/core/isolation/keep-inside.js';
import { css, html, LitElement } from 'lit';
import { property, queryAll } from 'lit/decorators.js';
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

  @queryAll('button') private readonly items!: NodeListOf<HTMLButtonElement>;

  readonly #locale = new LocaleController(this, likeButtonStrings);
  readonly #popover = new PopoverController(this, { isMenu: true });
  readonly #roving = new RovingFocus(this, { items: () => [...this.items], axis: 'both' });

  /** Opens beside `anchor`; the keyboard follows if it asked. */
  async show(anchor: HTMLElement, focus: boolean): Promise<void> {
    await this.updateComplete;
    this.#popover.open(anchor);
    if (focus) (this.items[this.contents.indexOf(this.chosen!)] ?? this.items[0])?.focus();
  }

  close(): void {
    this.#popover.close();
  }

  protected override createRenderRoot() {
    return keepInside(super.createRenderRoot());
  }

  protected override render() {
    const { text } = this.#locale;
    return html`<div popover role="menu" aria-label=${text.react} @keydown=${this.#roving.onKeydown}>
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
    this.close();
  }
}

declare global {
  interface HTMLElementEventMap {
    [ReactionChosenEvent.type]: ReactionChosenEvent;
  }
}
