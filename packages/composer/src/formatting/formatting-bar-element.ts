import { buttonStyles, hostStyles, icon, LocaleController, RovingFocus } from '@parvis/core';
import { css, html, LitElement, nothing } from 'lit';
import { property, queryAll } from 'lit/decorators.js';
import { editArea } from './edit-area.js';
import { format, type Format } from './formatting.js';
import { noteUse } from './unfinished.js';
import { toolStrings } from '../tools/strings/catalogue.js';

type Tool = Format | 'mention';

/** Drawn for Parvis: strokes of 1.8 on a grid of 24. */
const TOOLS: readonly (readonly [tool: Tool, path: string, key?: string])[] = [
  ['bold', 'M8 5h5a3.5 3.5 0 0 1 0 7H8zM8 12h6a3.5 3.5 0 0 1 0 7H8z', 'b'],
  ['italic', 'M11 5h6M7 19h6M14 5l-4 14', 'i'],
  [
    'strike',
    'M5 12h14M16.5 8c-.6-1.8-2.2-3-4.5-3-2.6 0-4.5 1.3-4.5 3.3M7.5 16c.6 1.8 2.3 3 4.6 3 2.6 0 4.5-1.3 4.5-3.4',
  ],
  ['link', 'M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-5.7-5.7L12 7M14 10a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 5.7 5.7L12 17', 'k'],
  ['list', 'M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01'],
  ['quote', 'M5 5v14M10 8h10M10 12h10M10 16h6'],
  ['code', 'm8 8-4 4 4 4M16 8l4 4-4 4M13.5 5l-3 14'],
  ['mention', 'M16 8v5a2.5 2.5 0 0 0 5 0v-1a9 9 0 1 0-3.6 7.2M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0z'],
];

const IS_MAC = /Mac|iP(hone|ad|od)/.test(navigator.platform);

/**
 * The buttons that format the text of a field: a toolbar by the ARIA authoring practices. Bold, italic and link have the
 * shortcuts that they have everywhere.
 *
 * @csspart tool - A button.
 * @internal
 */
export class FormattingBarElement extends LitElement {
  static override styles = [
    hostStyles,
    buttonStyles,
    css`
      [role='toolbar'] {
        display: flex;
        flex-wrap: wrap;
      }
      button {
        inline-size: 30px;
        min-inline-size: 24px;
        padding: 0;
        border-radius: 8px;
      }
      [data-tool='bold'] svg {
        stroke-width: 2.6;
      }
      [data-tool='list'] svg {
        stroke-width: 2.2;
      }
    `,
  ];

  /** The field whose text the buttons format. */
  @property({ attribute: false }) area?: HTMLTextAreaElement;

  @queryAll('button') private readonly buttons!: NodeListOf<HTMLButtonElement>;

  readonly #locale = new LocaleController(this, toolStrings);
  readonly #roving = new RovingFocus(this, { items: () => [...this.buttons], axis: 'horizontal', isTabStop: true });
  #listening: HTMLTextAreaElement | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listen(undefined);
  }

  protected override willUpdate(): void {
    this.#listen(this.area);
  }

  protected override render() {
    const { text, ready } = this.#locale;
    if (!ready) return nothing;
    const { onFocusIn, onKeydown } = this.#roving;
    return html`<div role="toolbar" aria-label=${text.formatting} @focusin=${onFocusIn} @keydown=${onKeydown}>
      ${TOOLS.map(([tool, path, key]) => {
        const name = text.tools[tool];
        return html`<button
          type="button"
          part="tool"
          data-tool=${tool}
          aria-label=${name}
          aria-keyshortcuts=${key ? `${IS_MAC ? 'Meta' : 'Control'}+${key}` : nothing}
          title=${key ? `${name} (${IS_MAC ? '⌘' : text.control + '+'}${key.toUpperCase()})` : name}
          @pointerdown=${this.#onPointerDown}
          @click=${() => this.#use(tool)}
        >
          ${icon(path)}
        </button>`;
      })}
    </div>`;
  }

  #listen(area: HTMLTextAreaElement | undefined): void {
    if (area === this.#listening) return;
    this.#listening?.removeEventListener('keydown', this.#onShortcut);
    area?.addEventListener('keydown', this.#onShortcut);
    this.#listening = area;
  }

  #use(tool: Tool): void {
    const { area } = this;
    if (!area || area.readOnly || area.disabled) return;
    const { value, selectionStart, selectionEnd } = area;
    if (tool !== 'mention') {
      noteUse(area, tool);
      return editArea(area, format({ text: value, start: selectionStart, end: selectionEnd }, tool));
    }
    // "@" after a letter would be part of an address.
    const insert = /[\p{L}\p{N}]$/u.test(value.slice(0, selectionStart)) ? ' @' : '@';
    const caret = selectionStart + insert.length;
    editArea(area, { from: selectionStart, to: selectionStart, insert, selectFrom: caret, selectTo: caret });
  }

  // A press on a button must not take the keyboard, and on a phone the keys, away from the field.
  readonly #onPointerDown = (event: Event) => event.preventDefault();

  readonly #onShortcut = (event: KeyboardEvent) => {
    if (!(IS_MAC ? event.metaKey : event.ctrlKey) || event.altKey || event.shiftKey) return;
    const tool = TOOLS.find(([, , key]) => key === event.key.toLowerCase())?.[0];
    if (!tool) return;
    event.preventDefault();
    this.#use(tool);
  };
}
