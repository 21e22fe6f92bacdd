import { icon, MORE } from '@parvis/core';
import '@parvis/core/avatar/parvis-avatar.js';
import '@parvis/core/relative-time/parvis-relative-time.js';
import { html, nothing } from 'lit';
import { addressOf } from './address-of.js';
import { READ, UNREAD } from './icons.js';
import { discussionOf } from './muting.js';
import type { NotificationFields } from './notification-operations.js';
import { sentence } from './sentence.js';
import type { NotificationListStrings } from './strings/en.js';

/** What can be done with a notification. */
export interface ItemHandlers {
  choose(event: Event, notification: NotificationFields): void;
  /** Marks it as read, or as unread. */
  toggle(notification: NotificationFields): void;
  openMenu(button: HTMLElement, notification: NotificationFields): void;
}

/** One notification in the list. */
export function renderItem(notification: NotificationFields, text: NotificationListStrings, on: ItemHandlers) {
  const { id, excerpt, at, isRead, people } = notification;
  const label = isRead ? text.markUnread : text.markRead;
  return html`<li class=${isRead ? '' : 'unread'} data-id=${id}>
    <parvis-avatar .person=${people[0]}></parvis-avatar>
    <div class="about">
      ${renderLink(notification, text, on)} ${excerpt ? html`<p class="excerpt" dir="auto">${excerpt}</p>` : nothing}
      <div class="time"><parvis-relative-time datetime=${at}></parvis-relative-time></div>
    </div>
    <div class="tools">
      <button
        class="toggle mark"
        type="button"
        title=${label}
        aria-label=${text.of(label, notification.text)}
        @click=${() => on.toggle(notification)}
      >
        ${icon(isRead ? READ : UNREAD)}
      </button>
      ${discussionOf(notification) ? renderMenuButton(notification, text, on) : nothing}
    </div>
  </li>`;
}

function renderMenuButton(notification: NotificationFields, text: NotificationListStrings, on: ItemHandlers) {
  return html`<button
    class="toggle"
    type="button"
    aria-haspopup="menu"
    aria-label=${text.of(text.actions, notification.text)}
    @click=${(event: Event) => on.openMenu(event.currentTarget as HTMLElement, notification)}
  >
    ${icon(MORE)}
  </button>`;
}

/** Where it leads; a notification whose page has no address can only be read. */
function renderLink(notification: NotificationFields, text: NotificationListStrings, on: ItemHandlers) {
  const { isRead, level, people } = notification;
  const words = [
    isRead ? nothing : html`<span class="sr">${text.unread}</span>`,
    ' ',
    level === 'INFORMATION' ? nothing : html`<span class="level as-${level}">${text.levels[level]}</span>`,
    ' ',
    sentence(
      notification.text,
      people.map(({ name }) => name),
    ),
  ];
  const href = addressOf(notification);
  const onClick = (event: Event) => on.choose(event, notification);
  if (href) return html`<a class="open" href=${href} target="_top" @click=${onClick}>${words}</a>`;
  return html`<button class="open" type="button" @click=${onClick}>${words}</button>`;
}
