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
  QueryController,
  skeletonStyles,
} from '@parvis/core';
import { css, html, LitElement, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { formStyles } from '@parvis/core/styles/form-styles.js';
import { draftOf, inputOf, type GroupDraft } from './group-draft.js';
import type { GroupFormElement } from './group-form-element.js';
import { SETTINGS_BY_ID, UPDATE_GROUP, type GroupSettings } from './settings-operations.js';
import { settingsStrings } from './strings/catalogue.js';

/** What owners decide about a group; below it, how a group ends. */
export class GroupSettingsElement extends LitElement {
  static override styles = [
    hostStyles,
    buttonStyles,
    primaryStyles,
    skeletonStyles,
    formStyles,
    css`
      parvis-group-end {
        margin-block-start: 24px;
      }
      .saved {
        color: var(--_quiet);
        font-size: 0.9375em;
      }
    `,
  ];

  @property() groupId = '';

  @property({ type: Number }) headingLevel = 4;

  @state() private sending = false;
  @state() private error: ParvisError | undefined;
  @state() private said = '';

  @query('parvis-group-form') private readonly form?: GroupFormElement;

  readonly #client = new ClientController(this);
  readonly #locale = new LocaleController(this, settingsStrings);
  readonly #settings = new QueryController(this, {
    args: () => [this.#client.current, this.groupId] as const,
    // What the form starts from: what others change meanwhile does not overwrite what is typed.
    load: async ([client, id]): Promise<GroupDraft> => {
      const { node } = await client.query(SETTINGS_BY_ID, { id });
      if (!node) throw new ParvisError('NOT_FOUND');
      return draftOf(node as GroupSettings);
    },
  });

  protected override render() {
    const { text, ready } = this.#locale;
    const { error, value } = this.#settings;
    const group = this.#client.get<GroupSettings>(this.groupId);
    if (error) return noticeFor(error, () => this.#settings.reload());
    if (!ready || !value || !group) return [1, 2, 3].map(() => html`<span class="skeleton"></span>`);
    return html`<form @submit=${this.#onSubmit} @input=${this.#onInput}>
        <parvis-group-form .start=${value} .visibility=${group.visibility}></parvis-group-form>
        ${this.error ? noticeFor(this.error) : nothing}
        <div class="row">
          <button class="primary" aria-disabled=${this.sending}>${this.sending ? text.saving : text.save}</button>
          <span class="saved">${this.said}</span>
        </div>
      </form>
      <parvis-group-end .groupId=${this.groupId} .headingLevel=${this.headingLevel}></parvis-group-end>`;
  }

  readonly #onInput = () => {
    this.said = '';
  };

  readonly #onSubmit = async (event: Event) => {
    event.preventDefault();
    const form = this.form!;
    if (this.sending || !form.checkValidity()) return;
    const { text, lang } = this.#locale;
    const { draft } = form;
    const { handle } = this.#client.current.cache.get<GroupSettings>(this.groupId)!;
    const opens = form.visibility !== 'PUBLIC' && draft.visibility === 'PUBLIC' && draft.opensFormerPosts;
    this.sending = true;
    this.error = undefined;
    this.said = '';
    try {
      const input = { groupId: this.groupId, ...inputOf(draft), opensFormerPosts: opens };
      const { group } = await mutate(this.#client.current, UPDATE_GROUP, input);
      this.said = group && group.handle !== handle ? `${text.saved} ${text.newHandle(group.handle)}` : text.saved;
      announce(this.said, lang);
    } catch (reason) {
      // What was typed stays.
      this.error = ParvisError.from(reason);
    }
    this.sending = false;
  };
}
