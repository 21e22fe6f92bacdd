import { html, nothing } from 'lit';
import { renderTitle, type SettingsView } from './settings-view.js';
import { sourceName } from './source-name.js';

/** What does not come at all, and how it comes again. */
export function renderMuted(view: SettingsView) {
  const { value, text, lang, writer, store } = view;
  const sources = value.muted.flatMap(({ source, mutedUntil }) =>
    source ? [{ name: sourceName(source) ?? text.nameless, mutedUntil, muted: { sourceId: source.id } }] : [],
  );
  const kinds = value.kinds
    .filter((kind) => kind.mutedUntil)
    .map(({ label, kind, mutedUntil }) => ({ name: label, mutedUntil, muted: { kind } }));
  const all = [...sources, ...kinds];
  if (!all.length) return nothing;
  const date = new Intl.DateTimeFormat(lang, { dateStyle: 'long' });
  return html`<section>
    ${renderTitle(view, text.muted)}
    <ul>
      ${all.map(
        ({ name, mutedUntil, muted }) =>
          html`<li class="muted">
            <div>
              <bdi>${name}</bdi>
              ${mutedUntil ? html`<p class="hint">${text.mutedUntil(date.format(new Date(mutedUntil)))}</p>` : nothing}
            </div>
            <button
              class="outlined"
              type="button"
              aria-label=${text.of(text.unmute, name)}
              @click=${() => void store(() => writer.unmute(muted))}
            >
              ${text.unmute}
            </button>
          </li>`,
      )}
    </ul>
  </section>`;
}
