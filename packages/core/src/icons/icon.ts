import { html, type TemplateResult } from 'lit';

/** What a menu of more actions is behind. */
export const MORE = 'M6 12h.01M12 12h.01M18 12h.01';

/** An icon on a 24-unit grid, drawn in strokes of the text's own colour, and silent to screen readers. */
export const icon = (path: string): TemplateResult =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${path}></path></svg>`;
