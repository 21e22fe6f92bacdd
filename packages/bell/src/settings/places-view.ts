import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { type DeliveryRow, renderDelivery, renderTitle, type SettingsView } from './settings-view.js';
import type { KindPreference, PlacePreference } from './settings-operations.js';
import { sourceName } from './source-name.js';

/** How notifications come from places for which something else is chosen than for all: all of them, or one kind. */
export function renderPlaces(view: SettingsView) {
  const { value, text, placeId } = view;
  if (!value.places.length && !placeId) return nothing;
  // The place for which one came is first, chosen or not: so the field keeps the keyboard.
  const rows = value.places.map((preference) => rowOf(view, preference));
  const [own, others] = [rows.filter(isAbout(placeId)), rows.filter((row) => !isAbout(placeId)(row))];
  const all = placeId && !own.some(({ choice }) => choice.kind === null) ? [unchosen(view, placeId), ...own] : own;
  return html`<section class="places">
    ${renderTitle(view, text.places)}
    <p class="hint">${text.placesHint}</p>
    ${repeat(
      [...all, ...others],
      ({ id }) => id,
      (row) => renderDelivery(view, row),
    )}
  </section>`;
}

const isAbout = (placeId: string | undefined) => (row: DeliveryRow) => row.choice.placeId === placeId;

const unchosen = ({ text }: SettingsView, placeId: string): DeliveryRow => ({
  id: `${placeId}-null`,
  name: text.thisDiscussion,
  choice: { kind: null, placeId },
  delivery: null,
});

function rowOf({ value, text }: SettingsView, preference: PlacePreference): DeliveryRow {
  const { place, kind, delivery } = preference;
  const placeId = idOf(preference);
  const about = kind ? labelOf(value.kinds, kind) : text.placeKinds[place.__typename];
  return {
    id: `${placeId}-${kind}`,
    name: html`<bdi>${sourceName(place) ?? text.nameless}</bdi> <span class="hint">${about}</span>`,
    choice: { kind, placeId },
    delivery: delivery ?? 'HERE',
  };
}

const idOf = ({ place }: PlacePreference) => (place as { id: string }).id;

const labelOf = (kinds: readonly KindPreference[], kind: string) =>
  kinds.find((each) => each.kind === kind)?.label ?? kind;
