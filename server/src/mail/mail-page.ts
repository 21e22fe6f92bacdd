import type { HttpAnswer } from '../http/exchange.ts';
import { Html, html, htmlPage } from '../http/html.ts';
import type { MailLanguage } from './outgoing/mail-blocks.ts';
import { typeset } from './outgoing/typography.ts';

const style = `
:root { color-scheme: light dark; font: 100%/1.5 system-ui, sans-serif; }
body { margin: 0; padding: clamp(1rem, 5vw, 4rem) 1rem; background: Canvas; color: CanvasText; }
main { max-inline-size: 38rem; margin-inline: auto; }
h1 { margin: 0 0 .5rem; font-size: 1.5rem; line-height: 1.25; text-wrap: balance; }
blockquote { margin: 1rem 0; padding: .25rem 0 .25rem 1rem; border-inline-start: 3px solid color-mix(in srgb, CanvasText 30%, Canvas); white-space: pre-wrap; overflow-wrap: anywhere; }
button { min-block-size: 2.75rem; padding: .5rem 1.25rem; border: 0; border-radius: .5rem; background: light-dark(#1257a8, #7db8ff); color: light-dark(#fff, #0b1a2b); font: inherit; font-weight: 600; cursor: pointer; }
:focus-visible { outline: 3px solid light-dark(#1257a8, #7db8ff); outline-offset: 2px; }
`;

/** A small page to which a link in a mail leads. */
export interface MailPage {
  readonly language: MailLanguage;
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** What somebody wrote. */
  readonly quote?: string;
  /** What it says sends a POST to the same address. Without one, nothing is left to do. */
  readonly button?: string;
}

export function mailPage({ language, title, paragraphs, quote, button }: MailPage): HttpAnswer {
  const set = (text: string) => typeset(text, language);
  return htmlPage(
    style,
    html`<html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${set(title)}</title>
        ${new Html(`<style>${style}</style>`)}
      </head>
      <body>
        <main>
          <h1>${set(title)}</h1>
          ${paragraphs.map((paragraph) => html`<p>${set(paragraph)}</p>`)}
          ${quote === undefined ? '' : html`<blockquote dir="auto">${quote}</blockquote>`}
          ${button === undefined ? '' : html`<form method="post"><button>${set(button)}</button></form>`}
        </main>
      </body>
    </html>`,
  );
}
