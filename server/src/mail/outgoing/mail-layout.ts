import type { MailContent } from './mail-blocks.ts';
import { mailHtml } from './mail-html.ts';
import { mailText } from './mail-text.ts';

/** A mail as HTML and as plain text, which say the same. */
export function layOut(content: MailContent): { html: string; text: string } {
  return { html: mailHtml(content), text: mailText(content) };
}
