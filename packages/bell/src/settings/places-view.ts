import { html, nothing } from 'lit';
import { renderDelivery, renderTitle, type SettingsView } from './settings-view.js';
import type { KindPreference } from './settings-operations.js';
import { sourceName } from './source-name.js';

/** How notifications come from places for which something else is chosen than for all: all of them, or one kind. */
export function renderPlaces(view: SettingsView) {
  const { value, text } = view;
  if (!value.places.length) return nothing;
  return html`<section>
    ${renderTitle(view, text.places)}
    <p class="hint">${text.placesHint}</p>
    ${value.places.map(({ place, kind, delivery }) => {
      const { id } = place as { id: string };
      const about = kind ? labelOf(value.kinds, kind) : text.placeKinds[place.__typename];
      return renderDelivery(view, {
        id: `${id}-${kind}`,
        name: html`<bdi>${sourceName(place) ?? text.nameless}</bdi> <span class="hint">${about}</span>`,
        choice: { kind, placeId: id },
        delivery: delivery ?? 'HERE',
      });
    })}
  </section>`;
}

const labelOf = (kinds: readonly KindPreference[], kind: string) =>
  kinds.find((each) => each.kind === kind)?.label ?? kind;
