import { html, nothing, type TemplateResult } from 'lit';
import type { Person } from '../person/person.js';
import type { Absence } from './absence.js';

interface AbsenceView {
  /** Only the days. */
  brief?: boolean;
  /** Leads to who stands in. */
  link?: (substitute: Person) => TemplateResult;
}

/** When a person is away; the code of it is loaded with the first who is. */
export function renderAbsence({ absence }: { absence: Absence | null }, { brief = false, link }: AbsenceView = {}) {
  if (!absence) return nothing;
  void import('./parvis-absence.js');
  const { substitute } = absence;
  return html`<parvis-absence class="absence" .absence=${absence} ?brief=${brief}
    >${substitute && link ? link(substitute) : nothing}</parvis-absence
  >`;
}
