import { html, type TemplateResult } from 'lit';
import type { ParvisError } from '../client/parvis-error.js';

/**
 * Explains an error in the reader's language; with `retry`, offers to try again where that may help. The notice's code is
 * loaded with the first error: most pages never need it.
 */
export function noticeFor(error: ParvisError, retry?: () => unknown): TemplateResult {
  void import('./parvis-notice.js');
  return html`<parvis-notice
    .error=${error}
    .retryable=${retry ? undefined : false}
    @parvis-notice-retry=${retry}
  ></parvis-notice>`;
}
