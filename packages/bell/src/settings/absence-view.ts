import { renderAbsence } from '@parvis/core/absence/render-absence.js';
import { html, nothing } from 'lit';
import { renderTitle, type SettingsView } from './settings-view.js';

/** The form in which the viewer says when they are away. */
export interface AbsenceForm {
  readonly isOpen: boolean;
  open(): void;
  close(): void;
}

/** When the viewer is away: no mails come then. */
export function renderAway(view: SettingsView, form: AbsenceForm) {
  const { text, value, headingLevel } = view;
  const { absence, mailAvailable } = value;
  return html`<section>
    ${renderTitle(view, text.away)} ${mailAvailable ? html`<p class="hint">${text.awayHint}</p>` : nothing}
    ${
      form.isOpen
        ? html`<parvis-absence-form
            .absence=${absence}
            .headingLevel=${Math.min(6, headingLevel + 1)}
            @parvis-absence-close=${form.close}
          ></parvis-absence-form>`
        : html`<div class="away">
            ${renderAbsence(value)}
            <button class="outlined" type="button" @click=${form.open}>
              ${absence ? text.changeAbsence : text.beAway}
            </button>
          </div>`
    }
  </section>`;
}
