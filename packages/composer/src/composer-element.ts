import {
  alertStyles,
  announce,
  buttonStyles,
  ClientController,
  hostStyles,
  LocaleController,
  noticeFor,
  ParvisError,
  popoverStyles,
  primaryStyles,
  words,
} from '@parvis/core';
import type { TextKeptEvent, TextTakenBackEvent } from '@parvis/core/unsent/unsent-events.js';
import { html, LitElement, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { ComposerCancelEvent, ComposerSubmitEvent } from './composer-events.js';
import { composerStyles } from './composer-styles.js';
import { DraftController } from './draft-controller.js';
import type { unfinished } from './formatting/unfinished.js';
import type { MentionController } from './mention/mention-controller.js';
import { composerStrings } from './strings/catalogue.js';

/** The share of the allowed length from which on the writer is told how much is left. */
const NEAR = 0.9;

/**
 * Where people write: a field that grows with its text, buttons that format it, and completion of mentions. It looks as
 * it will from the first paint; buttons and completion come with the first focus.
 *
 * @fires {ComposerSubmitEvent} parvis-composer-submit - The writer sends their text. Cancelable.
 * @fires {ComposerCancelEvent} parvis-composer-cancel - The writer gives up.
 * @csspart frame - The field with its buttons.
 * @csspart field - Where one types.
 * @csspart submit - The button that sends.
 * @internal
 */
export class ComposerElement extends LitElement {
  static override styles = [hostStyles, primaryStyles, alertStyles, buttonStyles, popoverStyles, composerStyles];

  /** Accessible name of the field. */
  @property() label = '';

  @property() placeholder = '';

  /** The word on the button that sends. */
  @property() submitLabel = '';

  /** In UTF-16 units, as the server counts. */
  @property({ type: Number }) maxLength = Infinity;

  /** Names the draft, which is kept until it is sent. Without it, none is kept. */
  @property() draftKey?: string;

  /** The text to start from. */
  @property() value = '';

  /** There is a way back without sending. */
  @property({ type: Boolean }) cancelable = false;

  @property({ type: Boolean }) disabled = false;

  @state() private text = '';
  @state() private sending = false;
  /** Why nothing was sent, until something else is typed: there is nothing, or what is to be said of it. */
  @state() private refused: 'empty' | { readonly hint: string } | undefined;
  @state() private error: ParvisError | undefined;
  @state() private mention: MentionController | undefined;

  @query('textarea') private readonly area!: HTMLTextAreaElement;

  readonly #client = new ClientController(this);
  readonly #locale = new LocaleController(this, composerStrings);
  /** Comes with the first focus, as the buttons that begin what is to be finished. */
  #unfinished: typeof unfinished | undefined;
  readonly #draft = new DraftController(
    this,
    this.#client,
    () => this.draftKey,
    (draft) => (this.text = draft),
  );

  /** Whether something is written. */
  get hasText(): boolean {
    return !!this.text.trim();
  }

  override focus(): void {
    if (this.area) this.area.focus();
    // On a page with a Promise of its own, it renders later than what it stands in.
    else void this.updateComplete.then(() => this.area.focus());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('parvis-text-kept', this.#onKept);
    document.addEventListener('parvis-text-taken-back', this.#onTakenBack);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('parvis-text-kept', this.#onKept);
    document.removeEventListener('parvis-text-taken-back', this.#onTakenBack);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('value') && this.value) this.text = this.value;
    if (changed.get('draftKey')) {
      // The page has gone on to another subject; what was written about the last one waits there.
      this.text = this.value;
      this.sending = false;
      this.refused = this.error = undefined;
    }
  }

  protected override render() {
    const { mention } = this;
    return html`<div class="frame" part="frame" aria-busy=${this.sending}>
        <textarea
          part="field"
          rows="2"
          dir="auto"
          aria-label=${this.label}
          placeholder=${this.placeholder}
          ?disabled=${this.disabled}
          ?readonly=${this.sending}
          aria-describedby=${this.#hint ? 'left' : nothing}
          aria-invalid=${this.#isOver || nothing}
          aria-autocomplete=${mention ? 'list' : nothing}
          aria-controls=${mention?.isOpen ? 'people' : nothing}
          aria-activedescendant=${mention?.activeId ?? nothing}
          @focus=${this.#onFocus}
          @blur=${mention?.close}
          @input=${this.#onInput}
          @keydown=${this.#onKeydown}
          @click=${mention?.look}
        ></textarea>
        ${this.#renderFoot()}
      </div>
      ${mention?.render() ?? nothing} ${this.error ? noticeFor(this.error, this.#onSend) : nothing}`;
  }

  #renderFoot() {
    const { text, ready } = this.#locale;
    return html`<div class="foot">
      <parvis-formatting-bar .area=${this.area} ?hidden=${!this.mention}></parvis-formatting-bar>
      ${
        this.#hint
          ? html`<span
              class="left ${(this.#left ?? -1) < 0 ? 'over' : ''}"
              id="left"
              .textContent=${this.#hint}
            ></span>`
          : nothing
      }
      ${this.cancelable && ready ? html`<button type="button" @click=${this.#onCancel}>${text.cancel}</button>` : nothing}
      <button class="primary" part="submit" type="button" aria-disabled=${!this.#canSend} @click=${this.#onSend}>
        ${words(this.sending ? text.sending : this.submitLabel)}
      </button>
    </div>`;
  }

  protected override firstUpdated(): void {
    void import('@parvis/core/isolation/keep-inside.js').then(({ keepInside }) => keepInside(this.renderRoot));
  }

  protected override updated(): void {
    // Never bound: setting the same text again would disturb an input method that is composing it.
    if (this.area.value !== this.text) {
      this.area.value = this.text;
      this.#grow();
    }
  }

  /** How many characters are left, once that matters. */
  get #left(): number | undefined {
    return this.text.length > this.maxLength * NEAR ? this.maxLength - this.text.length : undefined;
  }

  /** What the writer must know before they send. */
  get #hint(): string | undefined {
    const { text, lang } = this.#locale;
    const left = this.#left;
    const { refused } = this;
    const hint = refused !== 'empty' && refused?.hint;
    if (left !== undefined && (left < 0 || !hint)) return text.left(left, lang);
    return hint || (refused && !this.text.trim() ? text.empty : undefined);
  }

  get #isOver(): boolean {
    return (this.#left ?? 0) < 0;
  }

  get #canSend(): boolean {
    return !this.disabled && !this.sending && !this.#isOver && !!this.text.trim();
  }

  #grow(): void {
    // The style sheet does it where browsers know how.
    if (CSS.supports('field-sizing', 'content')) return;
    this.area.style.blockSize = 'auto';
    this.area.style.blockSize = `${this.area.scrollHeight}px`;
  }

  readonly #onFocus = async () => {
    if (this.mention) return;
    const { ComposerAid, unfinished } = await import('./tools/composer-tools.js');
    this.#unfinished = unfinished;
    this.mention ??= new ComposerAid(
      this,
      this.area,
      () => this.#client.current,
      () => this.draftKey?.replace(/^edit:/, ''),
    );
  };

  readonly #onInput = () => {
    const wasLeft = this.#left;
    this.text = this.area.value;
    this.refused = undefined;
    this.#draft.keep(this.text);
    this.#grow();
    void this.mention?.look();
    const left = this.#left;
    const isNews = left !== undefined && (wasLeft === undefined || left < 0 !== wasLeft < 0);
    if (isNews) announce(this.#hint!, this.#locale.lang);
  };

  readonly #onKeydown = (event: KeyboardEvent) => {
    // Enter and Escape belong to an input method while it composes.
    if (event.isComposing || this.mention?.onKeydown(event)) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void this.#onSend();
    }
    // Escape gives up what is not lost by it.
    if (event.key === 'Escape' && this.cancelable && (this.value ? this.text === this.value : this.draftKey)) {
      // Not for the dialog of the page that this may stand in.
      event.preventDefault();
      this.#onCancel();
    }
  };

  readonly #onSend = async () => {
    if (!this.#canSend) return this.#onRefused('empty');
    const left = this.#unfinished?.(this.area, this.#locale.lang);
    if (left) {
      this.#onRefused(left);
      return this.area.setSelectionRange(left.from, left.to);
    }
    this.mention?.close();
    const { draftKey } = this;
    const draft = this.#draft.current;
    const isHere = () => draftKey === this.draftKey;
    const event = new ComposerSubmitEvent(this.text);
    const isTaken = this.dispatchEvent(event);
    this.error = undefined;
    this.sending = isTaken;
    try {
      await event.settled;
      if (isHere()) this.text = '';
      this.#draft.keep('', draft);
    } catch (reason) {
      this.#draft.keep(event.body, draft);
      if (isTaken && isHere()) this.error = ParvisError.from(reason);
    }
    if (isHere()) this.sending = false;
  };

  #onRefused(why: 'empty' | { readonly hint: string }): void {
    this.focus();
    this.refused = why;
    if (this.#hint && !this.sending) announce(this.#hint, this.#locale.lang);
  }

  readonly #onKept = ({ text }: TextKeptEvent) => {
    // Whoever leaves the page now must not find it here again, as if it had not been sent.
    if (text.subjectId === this.draftKey && text.input.body === this.text) this.#draft.keep('');
  };

  readonly #onTakenBack = (event: TextTakenBackEvent) => {
    const { subjectId, input } = event.text;
    if (event.taker || subjectId !== this.draftKey || this.text.trim() || this.disabled) return;
    event.taker = this;
    this.text = input.body ?? '';
    this.#draft.keep(this.text);
    this.focus();
  };

  readonly #onCancel = () => {
    // Changes that are given up are not offered again.
    if (this.value) this.#draft.keep('');
    this.dispatchEvent(new ComposerCancelEvent());
  };
}
