import { html, type TemplateResult } from 'lit';

/** The icon of a button that opens a menu of more actions. */
export const MORE = 'M6 12h.01M12 12h.01M18 12h.01';

/** An icon on a 24-unit grid, drawn in strokes of the text colour, and hidden from screen readers. */
export const icon = (path: string): TemplateResult =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${path}></path></svg>`;
