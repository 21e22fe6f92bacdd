import { html, LitElement, nothing } from 'lit';
import { property, queryAll } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { announce } from '../announcer/announce.js';
import { ClientController } from '../client/client-controller.js';
import type { ParvisErrorCode } from '../client/parvis-error.js';
import { icon } from '../icons/icon.js';
import { PATHS } from '../icons/paths.js';
import { keepInside } from '../isolation/keep-inside.js';
import { LocaleController } from '../localisation/locale-controller.js';
import { words } from '../localisation/words.js';
import { copyText } from '../menu/copy-text.js';
import { plainTree } from '../rich-text/plain-tree.js';
import { renderRichText } from '../rich-text/render-rich-text.js';
import { richTextStyles } from '../rich-text/rich-text-styles.js';
import { coreStrings } from '../strings/catalogue.js';
import { alertStyles } from '../styles/alert-styles.js';
import { buttonStyles } from '../styles/button-styles.js';
import { hostStyles } from '../styles/host-styles.js';
import type { Outbox, OutboxNews } from './outbox.js';
import { outboxOf } from './outboxes.js';
import { unsentStrings } from './strings/catalogue.js';
import { unsentStyles } from './unsent-styles.js';
import { stateOf, type UnsentText } from './unsent-text.js';

// All elements on the page: each text is shown in the most specific one.
const elements = new Set<UnsentElement>();

/**
 * The viewer's unsent texts of one thread or wall, with buttons to send, edit, copy or discard them. Hidden while there
 * are none.
 *
 * @csspart list - The texts.
 * @internal
 */
export class UnsentElement extends LitElement {
  static override styles = [hostStyles, alertStyles, buttonStyles, richTextStyles, unsentStyles];

  /** The thread or wall. */
  @property() place = '';

  /** Shows only the texts about this subject; the place's other elements then leave them out. */
  @property() subject?: string;

  @queryAll('li') private readonly items!: NodeListOf<HTMLElement>;

  readonly #client = new ClientController(this);
  readonly #locale = new LocaleController(this, unsentStrings);
  readonly #core = new LocaleController(this, coreStrings);
  #outbox: Outbox | undefined;
  #stop: (() => void) | undefined;
  /** Index of the item that has the focus. */
  #focused = -1;

  protected override createRenderRoot() {
    return keepInside(super.createRenderRoot());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    elements.delete(this);
    this.#stop?.();
    this.#outbox = undefined;
    this.#tellOthers();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    elements.add(this);
    this.#tellOthers();
  }

  protected override willUpdate(): void {
    // An element that was disconnected must not start the outbox of a former viewer.
    const outbox = this.isConnected ? outboxOf(this.#client.current) : undefined;
    if (outbox && outbox !== this.#outbox) {
      this.#stop?.();
      this.#outbox = outbox;
      this.#stop = outbox.observe(this.#onNews);
    }
    this.#focused = [...this.items].findIndex((item) => item.matches(':focus-within'));
  }

  get #texts(): readonly UnsentText[] {
    const texts = this.#outbox?.textsAt(this.place) ?? [];
    const { subject } = this;
    if (subject) return texts.filter(({ subjectId }) => subjectId === subject);
    const elsewhere = new Set([...elements].map((element) => element.subject));
    return texts.filter(({ subjectId }) => !elsewhere.has(subjectId));
  }

  #tellOthers(): void {
    for (const element of elements) element.requestUpdate();
  }

  protected override render() {
    if (!this.#texts.length || !this.#locale.ready) return nothing;
    return html`<ul part="list" aria-label=${this.#locale.text.title}>
      ${repeat(
        this.#texts,
        ({ id }) => id,
        (text, index) => this.#renderText(text, index),
      )}
    </ul>`;
  }

  #renderText(unsent: UnsentText, index: number) {
    const { text } = this.#locale;
    const { answers, input } = unsent;
    return html`<li class="text">
      ${icon(PATHS.warning)}
      <p class="state" .textContent=${this.#stateInWords(unsent)}></p>
      ${answers && !this.subject ? html`<p class="to" dir="auto">${text.replyTo(answers)}</p>` : nothing}
      ${
        unsent.isHeld
          ? html`<textarea
              dir="auto"
              aria-label=${text.text}
              .value=${input.body ?? ''}
              @input=${(event: InputEvent) => this.#onRevise(unsent, event)}
            ></textarea>`
          : html`<div class="rich" id="text-${index}" dir="auto">${renderRichText(plainTree(input.body ?? ''))}</div>`
      }
      ${input.linkUrl ? html`<p class="address" dir="auto" translate="no">${input.linkUrl}</p>` : nothing}
      ${this.#renderActions(unsent, index)}
    </li>`;
  }

  #renderActions(unsent: UnsentText, index: number) {
    const { text } = this.#locale;
    const state = stateOf(unsent);
    const outbox = this.#outbox!;
    const { id } = unsent;
    const button = (label: string, act: () => unknown) =>
      html`<button
        class="link"
        type="button"
        aria-describedby=${state === 'held' ? nothing : `text-${index}`}
        aria-disabled=${outbox.underWay.has(id)}
        @click=${act}
      >
        ${words(label)}
      </button>`;
    return html`<div class="actions">
      ${
        state === 'refused'
          ? button(text.copy, () => this.#copy(unsent))
          : button(text.sendNow, () => void outbox.sendNow(id))
      }
      ${
        state === 'held'
          ? button(text.discard, () => this.#discard(unsent))
          : button(text.takeBack, () => this.#takeBack(unsent))
      }
    </div>`;
  }

  #stateInWords(unsent: UnsentText): string {
    const { text } = this.#locale;
    const { underWay, writer } = this.#outbox!;
    if (underWay.has(unsent.id)) return text.sending;
    const state = stateOf(unsent);
    if (state === 'refused') return this.#refusalInWords(unsent.refusal!);
    if (state !== 'waiting') return text[state];
    return writer.isSignedOut ? text.signedOut : this.#outbox!.isForgetful(unsent) ? text.forgetful : text.waiting;
  }

  #refusalInWords(code: ParvisErrorCode): string {
    const { text } = this.#locale;
    return text.notSent(code === 'TOO_LONG' ? text.tooLong : this.#core.text.problem(code));
  }

  protected override updated(): void {
    this.hidden = !this.items.length;
    if (this.#focused < 0 || this.shadowRoot!.activeElement) return;
    // Moves the focus to the next text or, after the last one, back to the text field.
    const item = this.items[Math.min(this.#focused, this.items.length - 1)];
    const next = item?.querySelector<HTMLElement>('textarea, button') ?? this.previousElementSibling;
    (next as HTMLElement | null)?.focus();
  }

  async #takeBack({ id }: UnsentText): Promise<void> {
    await this.#outbox!.takeBack(id);
    const at = this.#texts.findIndex((text) => text.id === id);
    await this.updateComplete;
    this.items[at]?.querySelector('textarea')?.focus();
  }

  async #discard({ id }: UnsentText): Promise<void> {
    await this.#outbox!.discard(id);
    announce(this.#locale.text.discarded, this.#locale.lang);
  }

  async #copy({ input }: UnsentText): Promise<void> {
    await copyText(input.body ?? '');
    announce(this.#locale.text.copied, this.#locale.lang);
  }

  #onRevise({ id }: UnsentText, event: InputEvent): void {
    this.#outbox!.revise(id, (event.target as HTMLTextAreaElement).value);
  }

  readonly #onNews = (news?: OutboxNews, unsent?: UnsentText) => {
    this.requestUpdate();
    if (!news || unsent?.place !== this.place || this.subject) return;
    const { text, lang } = this.#locale;
    const code = news === 'refused' && this.#texts.find(({ id }) => id === unsent.id)?.refusal;
    announce(code ? this.#refusalInWords(code) : text[news as 'kept' | 'sent'], lang);
  };
}
