import { icon } from '@parvis/core';
import { PATHS } from '@parvis/core/icons/paths.js';
import { html, nothing } from 'lit';
import type { SettingsView } from './settings-view.js';

/** That no mails come, because the viewer's address takes none, and what they can do. */
export function renderMailStop({ value: { mailStop, mailAvailable }, text, lang }: SettingsView) {
  if (!mailStop || !mailAvailable) return nothing;
  const date = new Intl.DateTimeFormat(lang, { dateStyle: 'long' }).format(new Date(mailStop.stoppedAt));
  return html`<div class="stop" role="note">
    ${icon(PATHS.warning)}
    <p>${text.mailStop(masked(mailStop.address), date)} <span>${text.mailStopHelp}</span></p>
  </div>`;
}

/** Enough of an address to know one's own: `n***@example.org`. */
const masked = (address: string) => address.replace(/^(.)[^@]*/u, '$1***');
