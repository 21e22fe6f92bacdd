import { html, nothing } from 'lit';
import { dayName } from './quiet-hours-view.js';
import { renderTitle, type SettingsView } from './settings-view.js';
import type { Digest } from './settings-operations.js';

const frequencies: readonly Digest['frequency'][] = ['NONE', 'DAILY', 'WEEKLY'];

/** When the mail comes that sums up what is new. */
export function renderDigest(view: SettingsView) {
  const { text, lang, value } = view;
  const { frequency } = value.digest;
  const hours = Array.from({ length: 24 }, (_, hour) => hour);
  const time = new Intl.DateTimeFormat(lang, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });
  return html`<section>
    ${renderTitle(view, text.digest)}
    <div class="fields">
      ${renderSelect(view, 'frequency', text.frequency, frequencies, (each) => text.frequencies[each])}
      ${
        frequency === 'WEEKLY'
          ? renderSelect(view, 'weekday', text.weekday, [1, 2, 3, 4, 5, 6, 7], (day) => dayName(day, lang))
          : nothing
      }
      ${
        frequency === 'NONE'
          ? nothing
          : renderSelect(view, 'hour', text.hour, hours, (hour) => time.format(hour * 3_600_000))
      }
    </div>
  </section>`;
}

function renderSelect<Name extends keyof Digest>(
  { value: { digest }, writer, store }: SettingsView,
  name: Name,
  label: string,
  values: readonly Digest[Name][],
  say: (value: Digest[Name]) => string,
) {
  const onChange = async ({ currentTarget }: Event) => {
    const select = currentTarget as HTMLSelectElement;
    const changed = { ...digest, [name]: values[select.selectedIndex]! };
    if (!(await store(() => writer.setDigest(changed)))) select.selectedIndex = values.indexOf(digest[name]);
  };
  return html`<div class="field">
    <label for=${name}>${label}</label>
    <select id=${name} @change=${onChange}>
      ${values.map((value) => html`<option .selected=${value === digest[name]}>${say(value)}</option>`)}
    </select>
  </div>`;
}
