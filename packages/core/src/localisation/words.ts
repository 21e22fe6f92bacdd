import { html, type TemplateResult } from 'lit';

/**
 * Words that may become others while they are shown. Where the browser translates a page, it puts elements of its own in
 * the place of text, and what Lit would write into that text is seen by nobody: an element's whole text can be replaced.
 */
export const words = (text: string): TemplateResult => html`<span .textContent=${text}></span>`;
