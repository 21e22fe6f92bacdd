import {
  buttonStyles,
  fetchWhenIdle,
  hostStyles,
  icon,
  LocaleController,
  resetStyles,
  skeletonStyles,
} from '@parvis/core';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { bellStyles } from './bell-styles.js';
import { BELL } from './icons.js';
import { InboxController } from './inbox-controller.js';
import type { NotificationListElement } from './list/notification-list-element.js';
import { bellStrings } from './strings/catalogue.js';
import { showInTitle } from './title-badge.js';

/** More are shown as `9+`. */
const MOST_SHOWN = 9;
const loadList = () => import('./list/parvis-notification-list.js');

/**
 * Says how much is new for the viewer, and opens the list of it. The server counts: all tabs and devices show the same. Shows
 * nothing to somebody who is signed out.
 *
 * @fires {NotificationChosenEvent} parvis-notification-chosen - Before the page of a notification is opened. Cancelable, for a
 *   page that goes there in its own way.
 * @csspart bell - The button.
 * @csspart count - The number on it.
 * @cssproperty [--parvis-badge-color] - Behind the number.
 * @cssproperty [--parvis-badge-ink-color] - Of the number.
 * @example
 * <parvis-bell></parvis-bell>
 * <parvis-bell badge></parvis-bell>
 */
export class BellElement extends LitElement {
  static override styles = [resetStyles, hostStyles, buttonStyles, skeletonStyles, bellStyles];

  /** Also puts the number before the title of the page. */
  @property({ type: Boolean }) badge = false;

  @state() private isOpen = false;
  /** Whether the list was asked for. */
  @state() private hasList = false;

  @query('.bell') private readonly button!: HTMLElement;
  @query('parvis-notification-list') private readonly list!: NotificationListElement;

  readonly #inbox = new InboxController(this);
  readonly #locale = new LocaleController(this, bellStrings);
  /** Whether the press under way closes the list, as every press beside it does. */
  #closesList = false;
  #announced: number | undefined;
  /** As of when something may be unread of what is on this page. */
  #lookedAt: string | boolean | undefined;

  protected override render() {
    const { value, error } = this.#inbox.query;
    if (!this.#locale.ready || (!value && !error)) return html`<span class="skeleton"></span>`;
    if (value && !value.inboxId) return nothing;
    return [this.#renderButton(!value), this.#renderList()];
  }

  #renderButton(hasFailed: boolean) {
    const { text } = this.#locale;
    const { count } = this;
    return html`<button
      class="bell"
      part="bell"
      type="button"
      aria-label=${hasFailed ? text.failed : count ? text.withNew(this.#number(count)) : text.notifications}
      aria-haspopup="dialog"
      aria-expanded=${this.isOpen}
      @pointerdown=${() => (this.#closesList = this.isOpen)}
      @click=${hasFailed ? () => this.#inbox.query.reload() : this.#onClick}
    >
      ${icon(BELL)}
      ${
        hasFailed || count
          ? html`<span class="count" part="count" aria-hidden="true">${hasFailed ? '!' : this.#shown(count)}</span>`
          : nothing
      }
    </button>`;
  }

  #renderList() {
    if (!this.hasList) return nothing;
    return html`<parvis-notification-list
      .inboxId=${this.#inbox.query.value?.inboxId ?? undefined}
      @parvis-popover-close=${() => (this.isOpen = false)}
    ></parvis-notification-list>`;
  }

  /** How many notifications the viewer has not seen. */
  get count(): number {
    return this.#inbox.inbox?.unseenCount ?? 0;
  }

  protected override firstUpdated(): void {
    void import('@parvis/core/isolation/keep-inside.js').then(({ keepInside }) => keepInside(this.renderRoot));
    fetchWhenIdle(loadList);
  }

  protected override updated(changed: PropertyValues<this>): void {
    const { inbox } = this.#inbox;
    if (this.badge || changed.get('badge')) showInTitle(this.badge && this.count ? this.#shown(this.count) : undefined);
    if (!inbox || !this.#locale.ready) return;
    const at = inbox.changedAt ?? this.#inbox.query.value!.hasUnread;
    if (at && at !== this.#lookedAt) {
      this.#lookedAt = at;
      void this.#readWhenSeen();
    }
    // What was there before is said by the name of the bell.
    if (this.#announced !== undefined && this.count > this.#announced && !this.isOpen) {
      const { text, lang } = this.#locale;
      const message = text.announced(this.#number(this.count), this.count === 1);
      void import('@parvis/core/announcer/announce.js').then(({ announce }) => announce(message, lang));
    }
    this.#announced = this.count;
  }

  async #readWhenSeen(): Promise<void> {
    const client = this.#inbox.client.current;
    const { readWhenSeen } = await import('./read/read-when-seen.js');
    readWhenSeen(client, () => this.isConnected && client === this.#inbox.client.current);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.badge) showInTitle(undefined);
  }

  #number(count: number): string {
    return new Intl.NumberFormat(this.#locale.lang).format(count);
  }

  #shown(count: number): string {
    return count > MOST_SHOWN ? `${this.#number(MOST_SHOWN)}+` : this.#number(count);
  }

  readonly #onClick = () => {
    if (!this.#closesList) void this.#open();
    this.#closesList = false;
  };

  async #open(): Promise<void> {
    await loadList();
    this.hasList = true;
    await this.updateComplete;
    this.isOpen = true;
    await this.list.open(this.button);
  }
}
