import {
  buttonStyles,
  hostStyles,
  icon,
  LocaleController,
  noticeFor,
  primaryStyles,
  resetStyles,
  signInAddress,
  skeletonStyles,
} from '@parvis/core';
import { html, LitElement, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { renderCard, renderListSkeleton } from './card-view.js';
import { groupAddress } from './group-address.js';
import { GroupChosenEvent } from './group-chosen-event.js';
import { GroupListController } from './group-list-controller.js';
import type { GroupCard } from './group-list-operations.js';
import { groupListStyles } from './group-list-styles.js';
import { groupListStrings } from './strings/catalogue.js';

const BACK = 'M19 12H5M11 6l-6 6 6 6';
const MAGNIFIER = 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14M20.500 20.500 16 16';
const DEBOUNCE = 150;

/**
 * Lists the groups that the viewer is in, and those that they could join; finds them by name, and makes new ones. A group
 * that is chosen is shown in place of the list, unless the page has an address for groups.
 *
 * @fires {GroupChosenEvent} parvis-group-chosen - Before a group is shown. Cancelable, for a page that shows groups in its
 *   own way.
 * @csspart search - The search field.
 * @csspart list - The groups.
 * @csspart group - One group.
 * @example
 * <parvis-group-list></parvis-group-list>
 * <parvis-group-list scope="discover" group-url="/groups/?group={handle}"></parvis-group-list>
 */
export class GroupListElement extends LitElement {
  static override styles = [resetStyles, hostStyles, buttonStyles, primaryStyles, skeletonStyles, groupListStyles];

  /** `mine` lists the groups that the viewer is in, `discover` the others; the viewer may change it. */
  @property() scope: 'mine' | 'discover' = 'mine';

  /** Words, each the start of one in the name of a group. */
  @property() query = '';

  /** The address of a group on this site, with `{handle}` in place of its short name. */
  @property({ attribute: 'group-url' }) groupUrl?: string;

  /** The level of the name of a group as a heading, 1 to 6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 3;

  /** The short name of the group shown. */
  @state() private shown: string | undefined;
  @state() private creating = false;

  @query('input') private readonly input?: HTMLInputElement;

  readonly #list = new GroupListController(this, () => ({ scope: this.scope, query: this.query.trim() }));
  readonly #locale = new LocaleController(this, groupListStrings);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isUsed = false;
  /** The short name of the group that the keyboard is at. */
  #focused: string | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override render() {
    const { answer, error } = this.#list;
    if (!this.#locale.ready || (!answer && !error)) return renderListSkeleton(this.#locale.text.loading);
    if (!answer) return noticeFor(error!, () => this.#list.reload());
    if (!answer.session.viewer) return this.#renderSignedOut();
    if (this.shown) return this.#renderGroup(this.shown);
    if (this.creating) {
      return html`<parvis-group-create
        .headingLevel=${this.headingLevel}
        @parvis-group-created=${this.#onCreated}
        @parvis-panel-close=${this.#onCancel}
      ></parvis-group-create>`;
    }
    return html`${this.#renderBar(answer.canCreate)} ${this.#renderSearch()}
      <p class="sr" role="status">${this.#isUsed && !this.#list.isLate ? this.#count(answer.totalCount) : nothing}</p>
      <div class=${this.#list.isLate && !error ? 'late' : ''}>
        ${error ? noticeFor(error, () => this.#list.reload()) : [this.#renderInvitations(), this.#renderList()]}
      </div>`;
  }

  #renderBar(canCreate: boolean) {
    const { text } = this.#locale;
    return html`<div class="bar unprinted">
      <div class="scopes" role="group" aria-label=${text.label}>
        ${(['mine', 'discover'] as const).map(
          (scope) =>
            html`<button type="button" aria-pressed=${scope === this.scope} @click=${() => this.#choose(scope)}>
              ${text[scope]}
            </button>`,
        )}
      </div>
      ${
        canCreate
          ? html`<button class="create primary" type="button" @click=${this.#onCreate}>${text.create}</button>`
          : nothing
      }
    </div>`;
  }

  #renderSearch() {
    const { text } = this.#locale;
    return html`<div class="unprinted" role="search">
      <label class="field" part="search">
        <span class="sr">${text.search}</span>
        ${icon(MAGNIFIER)}
        <input
          type="search"
          dir="auto"
          maxlength="80"
          autocomplete="off"
          spellcheck="false"
          placeholder=${text.search}
          .value=${this.query}
          @input=${this.#onInput}
        />
      </label>
    </div>`;
  }

  #renderInvitations() {
    const { invitations } = this.#list.answer!;
    if (this.scope === 'discover' || this.query.trim() || !invitations.length) return nothing;
    return this.#renderCards(invitations, this.#locale.text.invitations);
  }

  #renderCards(ids: readonly string[], label: string) {
    const { text, lang } = this.#locale;
    const options = { text, lang, headingLevel: this.headingLevel, hrefOf: this.#hrefOf, choose: this.#onChoose };
    return html`<ul part="list" aria-label=${label}>
      ${ids.map((id) => renderCard(this.#list.client.get<GroupCard>(id), options))}
    </ul>`;
  }

  #renderList() {
    const { text } = this.#locale;
    const { ids, hasNext, loading, error } = this.#list.groups;
    if (!ids.length) return this.#renderEmpty();
    return html`${this.#renderCards(ids, text[this.scope])} ${error ? noticeFor(error, this.#onMore) : nothing}
    ${
      hasNext && !error
        ? html`<button class="more outlined" type="button" aria-disabled=${!!loading} @click=${this.#onMore}>
            ${text.showMore}
          </button>`
        : nothing
    }`;
  }

  #renderEmpty() {
    const { text } = this.#locale;
    if (this.query.trim()) {
      return html`<div class="empty">
        <p>${text.nothing(this.query.trim())}</p>
        <button class="outlined" type="button" @click=${this.#onClear}>${text.clear}</button>
      </div>`;
    }
    if (this.scope === 'discover') return html`<div class="empty"><p>${text.noneToDiscover}</p></div>`;
    return html`<div class="empty">
      <b>${text.noneMine}</b>
      <p>${text.noneMineHelp}</p>
      <button class="outlined" type="button" @click=${() => this.#choose('discover')}>${text.discover}</button>
    </div>`;
  }

  #renderGroup(handle: string) {
    return html`<button class="back unprinted" type="button" @click=${this.#onBack}>
        ${icon(BACK)}${this.#locale.text.back}
      </button>
      <parvis-group .group=${handle} .headingLevel=${this.headingLevel}></parvis-group>`;
  }

  #renderSignedOut() {
    const { text } = this.#locale;
    const { signInUrl } = this.#list.answer!.session.settings;
    return html`<div class="empty">
      <b>${text.signInToSee}</b>
      ${
        signInUrl
          ? html`<p><a class="button outlined" href=${signInAddress(signInUrl)} target="_top">${text.signIn}</a></p>`
          : nothing
      }
    </div>`;
  }

  protected override willUpdate(): void {
    this.#focused = this.#handleAtKeyboard;
  }

  protected override firstUpdated(): void {
    void import('@parvis/core/isolation/keep-inside.js').then(({ keepInside }) => keepInside(this.renderRoot));
    void import('./followed-groups.js').then(({ FollowedGroups }) => new FollowedGroups(this, this.#list));
  }

  protected override updated(): void {
    // The keyboard stays with its group, which may stand elsewhere now.
    if (this.#focused && this.#focused !== this.#handleAtKeyboard) this.#focusGroup(this.#focused);
  }

  #count(count: number): string {
    const { text, lang } = this.#locale;
    return text.found(count, new Intl.NumberFormat(lang).format(count));
  }

  #choose(scope: 'mine' | 'discover'): void {
    this.#isUsed = true;
    this.scope = scope;
  }

  get #handleAtKeyboard(): string | undefined {
    return (this.shadowRoot?.activeElement as HTMLElement | null | undefined)?.dataset.handle;
  }

  #focusGroup(handle: string | undefined): void {
    const groups = [...this.renderRoot.querySelectorAll<HTMLElement>('.open')];
    (groups.find(({ dataset }) => dataset.handle === handle) ?? this.input)?.focus();
  }

  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  readonly #hrefOf = (handle: string) => groupAddress(this.groupUrl, handle);

  readonly #onChoose = (event: Event, handle: string) => {
    const isShown = this.dispatchEvent(new GroupChosenEvent(handle));
    if (!isShown) event.preventDefault();
    // A link leads to the group by itself.
    else if (!this.#hrefOf(handle)) void this.#show(handle);
  };

  async #show(handle: string): Promise<void> {
    this.shown = handle;
    void import('../parvis-group.js');
    await this.#focus('.back');
  }

  readonly #onBack = async () => {
    const handle = this.shown;
    this.shown = undefined;
    // The viewer may have come into it, or left it.
    this.#list.reload();
    await this.updateComplete;
    this.#focusGroup(handle);
  };

  readonly #onInput = () => {
    clearTimeout(this.#timer);
    this.#isUsed = true;
    this.#timer = setTimeout(() => (this.query = this.input!.value), DEBOUNCE);
  };

  readonly #onClear = () => {
    this.query = '';
    this.input?.focus();
  };

  readonly #onMore = async () => {
    const [first] = await this.#list.groups.more();
    if (first === undefined) return;
    await this.updateComplete;
    const at = this.#list.groups.ids.indexOf(first);
    this.renderRoot.querySelectorAll<HTMLElement>('ul:last-of-type .open')[at]?.focus();
  };

  readonly #onCreate = () => {
    this.creating = true;
    void import('../settings/parvis-group-create.js');
  };

  readonly #onCancel = () => {
    this.creating = false;
    return this.#focus('.create');
  };

  readonly #onCreated = (event: Event & { handle: string }) => {
    this.creating = false;
    this.scope = 'mine';
    this.query = '';
    this.#list.reload();
    const { handle } = event;
    if (!this.dispatchEvent(new GroupChosenEvent(handle))) return;
    const href = this.#hrefOf(handle);
    if (href) location.assign(href);
    else void this.#show(handle);
  };
}
