import { html, type TemplateResult } from 'lit';

/**
 * Text that may change while it is shown. When the browser translates a page, it replaces text nodes by elements of its
 * own, and what Lit writes into the old node is not visible. Setting the whole text of an element still works.
 */
export const words = (text: string): TemplateResult => html`<span .textContent=${text}></span>`;
