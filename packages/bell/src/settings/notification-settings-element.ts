import {
  announce,
  buttonStyles,
  hostStyles,
  LocaleController,
  noticeFor,
  ParvisError,
  primaryStyles,
  resetStyles,
  skeletonStyles,
} from '@parvis/core';
import { keepInside } from '@parvis/core/isolation/keep-inside.js';
import { formStyles } from '@parvis/core/styles/form-styles.js';
import { html, LitElement, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { notificationSettingsStyles } from './notification-settings-styles.js';
import { dayName, hoursOf, renderCompany, renderWeek } from './quiet-hours-view.js';
import { type Choice, SettingsController } from './settings-controller.js';
import type { Delivery, Digest, KindPreference, NotificationSettings } from './settings-operations.js';
import { sourceName } from './source-name.js';
import { notificationSettingsStrings } from './strings/catalogue.js';

const byMail: readonly Delivery[] = ['HERE', 'MAIL', 'DIGEST', 'NEVER'];
const withoutMail: readonly Delivery[] = ['HERE', 'NEVER'];
const frequencies: readonly Digest['frequency'][] = ['NONE', 'DAILY', 'WEEKLY'];

/** What reaches the viewer, how, and when. Each choice is stored at once; hours, when one says so. */
export class NotificationSettingsElement extends LitElement {
  static override styles = [
    resetStyles,
    hostStyles,
    buttonStyles,
    primaryStyles,
    skeletonStyles,
    formStyles,
    notificationSettingsStyles,
  ];

  /** What could not be stored, and how to try again. */
  @state() private failure: { error: ParvisError; retry: () => void } | undefined;

  readonly #locale = new LocaleController(this, notificationSettingsStrings);
  readonly #settings: SettingsController = new SettingsController(this, () =>
    this.#locale.ready ? this.#locale.lang : undefined,
  );

  protected override createRenderRoot() {
    return keepInside(super.createRenderRoot());
  }

  protected override render() {
    const { value, error } = this.#settings.query;
    if (error && !value) return noticeFor(error, () => this.#settings.query.reload());
    if (!value) return [1, 2, 3, 4].map(() => html`<div class="skeleton line"></div>`);
    return [
      this.failure ? noticeFor(this.failure.error, this.failure.retry) : nothing,
      this.#renderKinds(value),
      this.#renderMuted(value),
      this.#renderPlaces(value),
      value.mailAvailable ? [this.#renderDigest(value), this.#renderHours(value)] : nothing,
    ];
  }

  #renderKinds({ kinds, mailAvailable }: NotificationSettings) {
    const { text } = this.#locale;
    return html`<section>
      <h3>${text.kinds}</h3>
      ${mailAvailable ? html`<p class="hint">${text.mailHint}</p>` : nothing}
      ${kinds.map(({ kind, label, delivery, defaultDelivery }) => {
        const chosen = delivery ?? defaultDelivery;
        return this.#renderChoice(kind, label, mailAvailable || chosen === 'NEVER' ? chosen : 'HERE', mailAvailable, {
          kind,
          placeId: null,
        });
      })}
    </section>`;
  }

  #renderChoice(id: string, label: string, current: Delivery, hasMail: boolean, choice: Choice) {
    const { text } = this.#locale;
    const deliveries = hasMail ? byMail : withoutMail;
    return html`<div class="choice">
      <label for=${id}>${label}</label>
      <select id=${id} @change=${(event: Event) => this.#onDelivery(event, choice, current)}>
        ${deliveries.map(
          (each) => html`<option value=${each} .selected=${each === current}>${text.deliveries[each]}</option>`,
        )}
        ${choice.placeId ? html`<option value="">${text.asEverywhere}</option>` : nothing}
      </select>
    </div>`;
  }

  #renderPlaces({ places, kinds, mailAvailable }: NotificationSettings) {
    if (!places.length) return nothing;
    const { text } = this.#locale;
    return html`<section>
      <h3>${text.places}</h3>
      ${places.map(({ place, kind, delivery }) => {
        const { id } = place as { id: string };
        const name = sourceName(place) ?? text.nameless;
        const label = kind ? text.inPlace(name, labelOf(kinds, kind)) : name;
        return this.#renderChoice(`${id}-${kind}`, label, delivery ?? 'HERE', mailAvailable, { kind, placeId: id });
      })}
    </section>`;
  }

  #renderMuted({ muted, kinds }: NotificationSettings) {
    const { text } = this.#locale;
    const things = muted.flatMap(({ source, mutedUntil }) =>
      source ? [{ name: sourceName(source) ?? text.nameless, mutedUntil, muted: { sourceId: source.id } }] : [],
    );
    const ofKinds = kinds
      .filter((kind) => kind.mutedUntil)
      .map(({ label, kind, mutedUntil }) => ({ name: label, mutedUntil, muted: { kind } }));
    const all = [...things, ...ofKinds];
    if (!all.length) return nothing;
    return html`<section>
      <h3>${text.muted}</h3>
      <ul>
        ${all.map(
          ({ name, mutedUntil, muted }) =>
            html`<li class="muted">
              <div>
                <bdi>${name}</bdi>
                ${mutedUntil ? html`<p class="hint">${text.mutedUntil(this.#dateOf(mutedUntil))}</p>` : nothing}
              </div>
              <button
                class="outlined"
                type="button"
                aria-label=${text.of(text.unmute, name)}
                @click=${() => void this.#store(() => this.#settings.unmute(muted))}
              >
                ${text.unmute}
              </button>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  #renderDigest({ digest }: NotificationSettings) {
    const { text, lang } = this.#locale;
    const hours = Array.from({ length: 24 }, (_, hour) => hour);
    const time = new Intl.DateTimeFormat(lang, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });
    return html`<section>
      <h3>${text.digest}</h3>
      <div class="pair">
        ${this.#renderSelect('frequency', text.frequency, frequencies, digest, (each) => text.frequencies[each])}
        ${
          digest.frequency === 'WEEKLY'
            ? this.#renderSelect('weekday', text.weekday, [1, 2, 3, 4, 5, 6, 7], digest, (day) => dayName(day, lang))
            : nothing
        }
        ${
          digest.frequency === 'NONE'
            ? nothing
            : this.#renderSelect('hour', text.hour, hours, digest, (hour) => time.format(hour * 3_600_000))
        }
      </div>
    </section>`;
  }

  #renderSelect<Name extends keyof Digest>(
    name: Name,
    label: string,
    values: readonly Digest[Name][],
    digest: Digest,
    say: (value: Digest[Name]) => string,
  ) {
    const onChange = async ({ currentTarget }: Event) => {
      const select = currentTarget as HTMLSelectElement;
      const changed = { ...digest, [name]: values[select.selectedIndex]! };
      if (!(await this.#store(() => this.#settings.setDigest(changed))))
        select.selectedIndex = values.indexOf(digest[name]);
    };
    return html`<div class="choice">
      <label for=${name}>${label}</label>
      <select id=${name} @change=${onChange}>
        ${values.map((value) => html`<option .selected=${value === digest[name]}>${say(value)}</option>`)}
      </select>
    </div>`;
  }

  #renderHours({ quietHours }: NotificationSettings) {
    const { text, lang } = this.#locale;
    const { isDefault, keepsHolidays } = quietHours;
    // Made anew where it has changed: a field that was worked shows nothing else by itself.
    return keyed(
      JSON.stringify(quietHours),
      html`<form @submit=${this.#onSubmit}>
        <h3>${text.quiet}</h3>
        ${renderCompany(quietHours, text)} ${renderWeek(quietHours, text, lang)}
        <label class="check"
          ><input id="holidays" type="checkbox" ?checked=${keepsHolidays} /><span>${text.keepsHolidays}</span></label
        >
        <div class="row">
          <button class="primary">${text.save}</button>
          ${
            isDefault
              ? nothing
              : html`<button
                  type="button"
                  @click=${() => void this.#store(() => this.#settings.setQuietHours(null, keepsHolidays))}
                >
                  ${text.reset}
                </button>`
          }
        </div>
      </form>`,
    );
  }

  async #store(write: () => Promise<void>): Promise<boolean> {
    this.failure = undefined;
    try {
      await write();
    } catch (reason) {
      this.failure = { error: ParvisError.from(reason), retry: () => void this.#store(write) };
      return false;
    }
    announce(this.#locale.text.saved, this.#locale.lang);
    return true;
  }

  async #onDelivery({ currentTarget }: Event, choice: Choice, current: Delivery): Promise<void> {
    const select = currentTarget as HTMLSelectElement;
    const delivery = (select.value || null) as Delivery | null;
    // What was not stored is not shown.
    if (!(await this.#store(() => this.#settings.choose(choice, delivery)))) select.value = current;
  }

  readonly #onSubmit = (event: Event) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const keepsHolidays = form.querySelector<HTMLInputElement>('#holidays')!.checked;
    void this.#store(() => this.#settings.setQuietHours(hoursOf(form), keepsHolidays));
  };

  #dateOf(time: string): string {
    return new Intl.DateTimeFormat(this.#locale.lang, { dateStyle: 'long' }).format(new Date(time));
  }
}

const labelOf = (kinds: readonly KindPreference[], kind: string) =>
  kinds.find((each) => each.kind === kind)?.label ?? kind;
