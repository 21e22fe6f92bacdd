import { html, nothing } from 'lit';
import { renderDelivery, renderTitle, type SettingsView } from './settings-view.js';

/** How notifications of each kind come, wherever they are from. */
export function renderKinds(view: SettingsView) {
  const { text, value } = view;
  return html`<section>
    ${renderTitle(view, text.kinds)} ${value.mailAvailable ? html`<p class="hint">${text.mailHint}</p>` : nothing}
    ${value.kinds.map(({ kind, label, delivery, defaultDelivery }) =>
      renderDelivery(view, {
        id: kind,
        name: label,
        choice: { kind, placeId: null },
        delivery: delivery ?? defaultDelivery,
      }),
    )}
  </section>`;
}
