import {
  announce,
  buttonStyles,
  hostStyles,
  LocaleController,
  noticeFor,
  ParvisError,
  PopoverCloseEvent,
  PopoverController,
  popoverStyles,
  resetStyles,
  skeletonStyles,
} from '@parvis/core';
import { keepInside } from '@parvis/core/isolation/keep-inside.js';
import type { MenuElement } from '@parvis/core/menu/menu-element.js';
import '@parvis/core/menu/parvis-menu.js';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { DesktopController } from '../desktop/desktop-controller.js';
import { addressOf } from './address-of.js';
import { byDay } from './days.js';
import { type ItemHandlers, renderItem } from './item-view.js';
import { discussionOf, mute } from './muting.js';
import { NotificationChosenEvent } from './notification-chosen-event.js';
import { type Filter, NotificationListController } from './notification-list-controller.js';
import { notificationListStyles } from './notification-list-styles.js';
import type { NotificationFields } from './notification-operations.js';
import { notificationListStrings } from './strings/catalogue.js';

const filters: readonly Filter[] = ['all', 'unread', 'mentions'];

/**
 * What the viewer is told, by days, in a popover beside the bell. What is chosen is read, and its page is opened.
 *
 * @fires {PopoverCloseEvent} parvis-popover-close - The list has closed.
 */
export class NotificationListElement extends LitElement {
  static override styles = [
    resetStyles,
    hostStyles,
    buttonStyles,
    skeletonStyles,
    popoverStyles,
    notificationListStyles,
  ];

  /** The id of the viewer's inbox, as the cache has it. */
  @property({ attribute: false }) inboxId?: string | undefined;

  /** Whether it is before the viewer's eyes. */
  @state() private isOpen = false;
  @state() private filter: Filter = 'all';
  /** What could not be marked, and how to try again. */
  @state() private failure: { error: ParvisError; retry: () => void } | undefined;

  /** Whether it shows how one wants to be told, instead of what one is told. */
  @state() private showsSettings = false;

  @query('parvis-menu') private readonly menu!: MenuElement;
  @query('[popover]') private readonly popup!: HTMLElement;

  readonly #locale = new LocaleController(this, notificationListStrings);
  readonly #notifications: NotificationListController = new NotificationListController(this, () =>
    this.isOpen && this.#locale.ready
      ? { filter: this.filter, language: this.#locale.lang, version: this.#version }
      : undefined,
  );

  readonly #handlers: ItemHandlers = {
    choose: (event, notification) => this.#choose(event, notification),
    toggle: (notification) => void this.#toggle(notification),
    openMenu: (button, notification) => void this.#openMenu(button, notification),
  };
  #placeOfSettings: string | undefined;
  /** What the menu is about. */
  #ofMenu: NotificationFields | undefined;
  readonly #desktop = new DesktopController(this);
  readonly #popover = new PopoverController(this, {
    onClose: () => {
      this.isOpen = false;
      this.failure = undefined;
      this.showsSettings = false;
      this.dispatchEvent(new PopoverCloseEvent());
    },
  });

  /** Opens beside the bell, and takes the keyboard. */
  async open(anchor: HTMLElement): Promise<void> {
    this.isOpen = true;
    await this.updateComplete;
    this.#popover.open(anchor);
    this.popup.focus({ preventScroll: true });
  }

  /** Changes with every event of the inbox. */
  get #version(): unknown {
    return this.#notifications.client.get<{ id: string; changedAt?: string }>(this.inboxId)?.changedAt;
  }

  protected override createRenderRoot() {
    return keepInside(super.createRenderRoot());
  }

  protected override render() {
    const { ready, text } = this.#locale;
    const { loading } = this.#notifications.query;
    return html`<div
      popover
      role="dialog"
      tabindex="-1"
      aria-label=${this.showsSettings ? text.settings : text.title}
      aria-busy=${loading || !ready}
    >
      ${!ready ? renderWait() : this.showsSettings ? this.#renderSettings() : this.#renderAll(loading)}
    </div>`;
  }

  #renderAll(loading: boolean) {
    const { text } = this.#locale;
    const mutes = [true, false].map((isForAWeek) => ({
      label: text.mute(isForAWeek),
      act: () => void this.#mute(isForAWeek),
    }));
    const choose = { label: text.choose, act: () => void this.#openSettings(discussionOf(this.#ofMenu!)) };
    return [
      this.#renderHead(),
      this.#renderNotice(),
      this.#renderDays(loading),
      html`<parvis-menu .label=${text.actions} .actions=${[...mutes, choose]}></parvis-menu>`,
      this.#renderFoot(),
    ];
  }

  #renderSettings() {
    const { text } = this.#locale;
    return html`<header>
        <div class="head">
          <h2>${text.settings}</h2>
          <button class="read-all" type="button" @click=${() => void this.#show(false)}>${text.back}</button>
        </div>
      </header>
      <parvis-notification-settings untitled .placeId=${this.#placeOfSettings}></parvis-notification-settings>`;
  }

  #renderNotice() {
    const { query } = this.#notifications;
    if (query.error) return noticeFor(query.error, () => query.reload());
    return this.failure ? noticeFor(this.failure.error, this.failure.retry) : nothing;
  }

  #renderHead() {
    const { text } = this.#locale;
    return html`<header>
      <div class="head">
        <h2>${text.title}</h2>
        <button class="read-all" type="button" @click=${() => void this.#mark(() => this.#notifications.markRead())}>
          ${text.readAll}
        </button>
      </div>
      <div class="filters" role="group" aria-label=${text.show}>
        ${filters.map(
          (filter) =>
            html`<button type="button" aria-pressed=${filter === this.filter} @click=${() => (this.filter = filter)}>
              ${text.filters[filter]}
            </button>`,
        )}
      </div>
    </header>`;
  }

  #renderDays(loading: boolean) {
    const { text, lang } = this.#locale;
    const { notifications, list, shown } = this.#notifications;
    if (!notifications.length) {
      if (loading) return renderWait();
      return this.#notifications.query.value ? html`<p class="empty">${text.nothing[this.filter]}</p>` : nothing;
    }
    const days = byDay(notifications, lang, new Date());
    return html`<div class=${loading && shown !== this.filter ? 'late' : ''}>
      ${days.map(
        ({ name, items }) =>
          html`<h3>${name}</h3>
            <ul aria-label=${name}>
              ${repeat(
                items,
                ({ id }) => id,
                (item) => renderItem(item, text, this.#handlers),
              )}
            </ul>`,
      )}
      ${list.error ? noticeFor(list.error, () => void list.more()) : nothing}
      ${
        list.hasNext && !list.error
          ? html`<button class="more outlined" type="button" aria-disabled=${!!list.loading} @click=${this.#onMore}>
              ${text.more}
            </button>`
          : nothing
      }
    </div>`;
  }

  #renderFoot() {
    const { text } = this.#locale;
    return html`<footer>
      ${this.#renderDesktop()}
      <button class="foot" type="button" @click=${() => void this.#openSettings()}>${text.toSettings}</button>
    </footer>`;
  }

  /** What can be shown by the operating system, too. */
  #renderDesktop() {
    if (!this.#desktop.isAvailable) return nothing;
    const { text } = this.#locale;
    const { isOn, isDenied } = this.#desktop;
    const onClick = () => void this.#desktop.toggle(this.#notifications.notifications[0]?.at);
    return html`<button class="foot" type="button" role="switch" aria-checked=${isOn} @click=${onClick}>
        <span>${text.desktop}</span><i></i>
      </button>
      <p class="denied" role="status">${isDenied ? text.denied : ''}</p>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // What is before one's eyes is seen.
    // Where that cannot be stored now, it is next time.
    if (this.isOpen && this.#notifications.query.value) this.#notifications.markSeen().catch(() => {});
  }

  #choose(event: Event, notification: NotificationFields): void {
    const { id, subject, url, isRead } = notification;
    const chosen = new NotificationChosenEvent((subject as { id: string } | null)?.id ?? null, url);
    if (!this.dispatchEvent(chosen)) event.preventDefault();
    else if (addressOf(notification)) this.#popover.close();
    if (!isRead) void this.#mark(() => this.#notifications.markRead([id]));
  }

  async #toggle({ id, isRead }: NotificationFields): Promise<void> {
    await this.#mark(() => (isRead ? this.#notifications.markUnread(id) : this.#notifications.markRead([id])));
  }

  async #mark(write: () => Promise<void>): Promise<void> {
    this.failure = undefined;
    try {
      await write();
    } catch (reason) {
      this.failure = { error: ParvisError.from(reason), retry: () => void this.#mark(write) };
    }
  }

  async #openMenu(button: HTMLElement, notification: NotificationFields): Promise<void> {
    this.#ofMenu = notification;
    await this.menu.show(button);
  }

  #mute(isForAWeek: boolean): Promise<void> {
    const { text, lang } = this.#locale;
    const sourceId = discussionOf(this.#ofMenu!)!;
    return this.#mark(async () => {
      await mute(this.#notifications.client.current, sourceId, isForAWeek);
      announce(text.muted, lang);
    });
  }

  /** @param placeId - For which the viewer wants to choose; the keyboard goes there. */
  async #openSettings(placeId?: string): Promise<void> {
    this.#placeOfSettings = placeId;
    await import('../parvis-notification-settings.js');
    await this.#show(true);
  }

  /** The keyboard stays in what is shown. */
  async #show(settings: boolean): Promise<void> {
    this.showsSettings = settings;
    await this.updateComplete;
    this.popup.focus({ preventScroll: true });
  }

  readonly #onMore = async () => {
    const [first] = await this.#notifications.list.more();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[data-id="${first}"] .open`)?.focus();
  };
}

const renderWait = () => Array.from({ length: 4 }, () => html`<div class="skeleton line"></div>`);
