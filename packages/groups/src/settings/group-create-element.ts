import {
  announce,
  buttonStyles,
  ClientController,
  hostStyles,
  LocaleController,
  mutate,
  noticeFor,
  ParvisError,
  primaryStyles,
} from '@parvis/core';
import { css, html, LitElement, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { formStyles } from '@parvis/core/styles/form-styles.js';
import { PanelCloseEvent } from '../panel/panel-events.js';
import { EMPTY_DRAFT, inputOf, type GroupDraft } from './group-draft.js';
import type { GroupFormElement } from './group-form-element.js';
import { GroupCreatedEvent } from './group-created-event.js';
import { ADD_GROUP } from './settings-operations.js';
import { settingsStrings } from './strings/catalogue.js';

/** What was begun and not sent, while the page is open. */
let begun: GroupDraft = EMPTY_DRAFT;

/**
 * Where a group is made.
 *
 * @fires {GroupCreatedEvent} parvis-group-created - The server has it.
 */
export class GroupCreateElement extends LitElement {
  static override styles = [
    hostStyles,
    buttonStyles,
    primaryStyles,
    formStyles,
    css`
      .title {
        margin-block-end: 12px;
        font-size: 1.25em;
        font-weight: 600;
      }
    `,
  ];

  /** The level of the title as a heading. */
  @property({ type: Number }) headingLevel = 3;

  @state() private sending = false;
  @state() private error: ParvisError | undefined;

  @query('parvis-group-form') private readonly form!: GroupFormElement;

  readonly #client = new ClientController(this);
  readonly #locale = new LocaleController(this, settingsStrings);
  readonly #start = begun;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.form) begun = this.form.draft;
  }

  protected override firstUpdated(): void {
    void this.#enter();
  }

  protected override render() {
    const { text, ready } = this.#locale;
    if (!ready) return nothing;
    return html`<form aria-labelledby="title" @submit=${this.#onSubmit} @keydown=${this.#onKeydown}>
      <div class="title" id="title" role="heading" aria-level=${this.headingLevel}>${text.newGroup}</div>
      <parvis-group-form .start=${this.#start}></parvis-group-form>
      ${this.error ? noticeFor(this.error) : nothing}
      <div class="row">
        <button class="primary" aria-disabled=${this.sending}>${this.sending ? text.creating : text.create}</button>
        <button type="button" @click=${this.#onCancel}>${text.cancel}</button>
      </div>
    </form>`;
  }

  async #enter(): Promise<void> {
    await this.#locale.loaded;
    await this.updateComplete;
    this.form.focus();
  }

  readonly #onSubmit = async (event: Event) => {
    event.preventDefault();
    if (this.sending || !this.form.checkValidity()) return;
    const { draft } = this.form;
    this.sending = true;
    this.error = undefined;
    try {
      const handle = draft.visibility === 'HIDDEN' ? null : draft.handle || null;
      const { group } = await mutate(this.#client.current, ADD_GROUP, { ...inputOf(draft), handle });
      announce(this.#locale.text.created(draft.name.trim()), this.#locale.lang);
      this.form.draft = EMPTY_DRAFT;
      this.dispatchEvent(new GroupCreatedEvent(group!.handle));
    } catch (reason) {
      // What was typed stays. All that the form cannot check is whether the short name is taken.
      const error = ParvisError.from(reason);
      if (error.code === 'INVALID' && draft.handle) this.form.refuseHandle();
      else this.error = error;
    }
    this.sending = false;
  };

  readonly #onCancel = () => this.dispatchEvent(new PanelCloseEvent());

  readonly #onKeydown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    event.preventDefault();
    this.#onCancel();
  };
}
