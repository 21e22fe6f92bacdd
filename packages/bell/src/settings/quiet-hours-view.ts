import { anew } from '@parvis/core';
import { html, nothing } from 'lit';

import { renderTitle, type SettingsView } from './settings-view.js';
import type { QuietHours } from './settings-operations.js';

/** For a day that was off. */
const usual = { from: '08:00', to: '18:00' };

/** The name of a day of the week. @param weekday - 1 is Monday */
export function dayName(weekday: number, lang: string): string {
  // The first of January 2024 was a Monday.
  return new Intl.DateTimeFormat(lang, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, weekday));
}

/** When mails may come: a form, stored when one says so. */
export function renderQuietHours(view: SettingsView) {
  const { text, value, writer, store } = view;
  const { quietHours } = value;
  const { isDefault, keepsHolidays, zone, site } = quietHours;
  const onSubmit = (event: Event) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const changed = { site, keepsHolidays: form.querySelector<HTMLInputElement>('#holidays')!.checked };
    void store(() => writer.setQuietHours(hoursOf(form), changed));
  };
  const onReset = () => void store(() => writer.setQuietHours(null, quietHours));
  // Made anew where it has changed: a field that was worked shows nothing else by itself.
  return anew(
    JSON.stringify(quietHours),
    html`<form @submit=${onSubmit}>
      ${renderTitle(view, text.quiet)}
      <p class="hint">${isDefault ? `${text.company} ` : nothing}${text.zone(zone)}</p>
      ${renderWeek(view)}
      <label class="check"
        ><input id="holidays" type="checkbox" ?checked=${keepsHolidays} /><span>${text.keepsHolidays}</span></label
      >
      <div class="row">
        <button class="primary">${text.save}</button>
        ${isDefault ? nothing : html`<button type="button" @click=${onReset}>${text.reset}</button>`}
      </div>
    </form>`,
  );
}

function renderWeek({ text, lang, value }: SettingsView) {
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) => {
    const day = value.quietHours.hours.find((each) => each.weekday === weekday);
    const name = dayName(weekday, lang);
    const { from, to } = day ?? usual;
    return html`<div class="day" data-weekday=${weekday}>
      <label class="check"><input type="checkbox" ?checked=${!!day} @change=${onCheck} />${name}</label>
      <span class="times">
        <input type="time" required aria-label=${text.from(name)} value=${from} ?disabled=${!day} />
        <input type="time" required aria-label=${text.to(name)} value=${withinDay(to)} ?disabled=${!day} />
      </span>
    </div>`;
  });
}

/** What is chosen in a form with a week. */
function hoursOf(form: HTMLFormElement): QuietHours['hours'] {
  return [...form.querySelectorAll<HTMLElement>('.day')].flatMap((day) => {
    const [check, from, to] = day.querySelectorAll('input');
    return check!.checked ? [{ weekday: Number(day.dataset.weekday), from: from!.value, to: to!.value }] : [];
  });
}

/** The hours of a day that is off are none. */
function onCheck({ currentTarget }: Event): void {
  const check = currentTarget as HTMLInputElement;
  for (const time of check.closest('.day')!.querySelectorAll<HTMLInputElement>('[type=time]'))
    time.disabled = !check.checked;
}

/** Fields of time know no end of the day but the beginning of the next. */
const withinDay = (time: string) => (time === '24:00' ? '00:00' : time);
