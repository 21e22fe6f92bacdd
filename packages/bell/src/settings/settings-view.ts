import { html } from 'lit';
import type { Delivery, NotificationSettings } from './settings-operations.js';
import type { Choice, SettingsWriter } from './settings-writer.js';
import type { NotificationSettingsStrings } from './strings/en.js';

/** What the parts of the settings are rendered with. */
export interface SettingsView {
  readonly value: NotificationSettings;
  readonly writer: SettingsWriter;
  readonly text: NotificationSettingsStrings;
  readonly lang: string;
  /** A place for which the viewer came to choose, and perhaps has not yet. */
  readonly placeId: string | undefined;
  /** The level of the titles of the parts. */
  readonly headingLevel: number;
  /** Stores a change at once. @returns whether it is stored; if it is not, the reason is shown */
  store(write: () => Promise<void>): Promise<boolean>;
}

const byMail: readonly Delivery[] = ['HERE', 'MAIL', 'DIGEST', 'NEVER'];
const withoutMail: readonly Delivery[] = ['HERE', 'NEVER'];

export const renderTitle = ({ headingLevel }: SettingsView, title: string) =>
  html`<div class="title" role="heading" aria-level=${headingLevel}>${title}</div>`;

/** Something that comes in a way of its own. */
export interface DeliveryRow {
  readonly id: string;
  readonly name: unknown;
  readonly choice: Choice;
  /** Null where it comes as everywhere. */
  readonly delivery: Delivery | null;
}

/** How something comes, and what else it can be. */
export function renderDelivery(view: SettingsView, { id, name, choice, delivery }: DeliveryRow) {
  const { text, value, writer, store } = view;
  const { mailAvailable } = value;
  // Where no mails are sent, what comes by mail is found here.
  const current = mailAvailable || delivery === 'NEVER' || !delivery ? delivery : 'HERE';
  const onChange = async ({ currentTarget }: Event) => {
    const select = currentTarget as HTMLSelectElement;
    const chosen = (select.value || null) as Delivery | null;
    // What was not stored is not shown.
    if (!(await store(() => writer.choose(choice, chosen)))) select.value = current ?? '';
  };
  return html`<div class="choice">
    <label for=${id}>${name}</label>
    <select id=${id} @change=${onChange}>
      ${(mailAvailable ? byMail : withoutMail).map(
        (each) => html`<option value=${each} .selected=${each === current}>${text.deliveries[each]}</option>`,
      )}
      ${choice.placeId ? html`<option value="" .selected=${!current}>${text.asEverywhere}</option>` : ''}
    </select>
  </div>`;
}
