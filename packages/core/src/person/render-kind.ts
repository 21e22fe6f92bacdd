import { html, nothing } from 'lit';
import type { NamedPerson } from './spoken-name.js';

/** A mark beside the name of a person who is no employee; its code is loaded with the first such person. */
export function renderKind(person?: Pick<NamedPerson, 'kind'>) {
  const kind = person?.kind;
  if (!kind || kind === 'EMPLOYEE') return nothing;
  void import('./parvis-person-kind.js');
  return html`<parvis-person-kind .kind=${kind}></parvis-person-kind>`;
}
