import { Html, html } from '../../http/html.ts';
import { answerLine } from '../answer-line.ts';
import { type MailContent, type MailLink, pageUrl } from './mail-blocks.ts';
import { blockHtml } from './mail-block-html.ts';
import { light, styleSheet } from './mail-colours.ts';
import { font } from './mail-styles.ts';
import { typeset } from './typography.ts';

/** The mail as HTML, with tables and inline styles, which is what Outlook for Windows (Word) draws. */
export function mailHtml(content: MailContent): string {
  const { lang, dir = 'ltr', brand, preview, blocks, answerable } = content;
  const direction = { dir, start: dir === 'rtl' ? 'right' : 'left' } as const;
  const page = html`<html lang="${lang}" dir="${dir}" xmlns="http://www.w3.org/1999/xhtml">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width,initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="supported-color-schemes" content="light dark" />
      <meta name="format-detection" content="telephone=no,date=no,address=no,email=no" />
      <title>${typeset(preview, lang)}</title>
      <style>
        ${new Html(styleSheet)}
      </style>
    </head>
    <body class="page" style="margin:0;padding:0;background:${light.page}">
      ${answerable ? answer(content, direction) : ''}
      <div style="display:none;overflow:hidden;max-height:0;max-width:0;opacity:0;mso-hide:all">
        ${typeset(preview, lang)}
      </div>
      <table
        role="presentation"
        class="page"
        width="100%"
        cellpadding="0"
        cellspacing="0"
        border="0"
        dir="${dir}"
        style="background:${light.page}"
      >
        <tr>
          <td class="outer" align="center" style="padding:12px 12px 24px">
            ${wide}
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px">
              <tr>
                <td
                  class="quiet foot"
                  align="${direction.start}"
                  style="padding:0 32px 14px;${font(14)};font-weight:600;color:${light.quiet}"
                >
                  ${typeset(brand, lang)}
                </td>
              </tr>
              <tr>
                <td
                  class="sheet"
                  style="padding:30px 32px 32px;background:${light.paper};border:1px solid ${light.line};border-radius:10px"
                >
                  <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
                    ${blocks.map((block, index) => blockHtml(block, { ...direction, lang, isFirst: index === 0 }))}
                  </table>
                </td>
              </tr>
              <tr>
                <td
                  class="quiet foot"
                  align="${direction.start}"
                  style="padding:18px 32px 0;${font(13)};color:${light.quiet}"
                >
                  ${footer(content)}
                </td>
              </tr>
            </table>
            ${wideEnd}
          </td>
        </tr>
      </table>
    </body>
  </html>`;
  return `<!doctype html>\n${compact(page.toString())}\n`;
}

/** Without what the layout of this file brings in: Gmail cuts mails above 102 KB. A `>` of people's words is `&gt;` here. */
function compact(markup: string): string {
  return markup.replace(/\s+>/g, '>').replace(/\n\s+/g, '\n');
}

/** Word knows no maximal width. */
const wide = new Html(
  '<!--[if mso]><table role="presentation" width="600" align="center" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->',
);
const wideEnd = new Html('<!--[if mso]></td></tr></table><![endif]-->');

/** First of all, so that all of this mail is below it in the answer. */
function answer({ lang }: MailContent, { dir }: { dir: string }): Html {
  return html`<p
    class="quiet"
    dir="${dir}"
    style="margin:0;padding:14px 12px 0;text-align:center;${font(12)};color:${light.quiet}"
  >
    ${answerLine(lang)}
  </p>`;
}

function footer({ lang, footer: { reason, links } }: MailContent): Html {
  return html`${typeset(reason, lang)}${links.length > 0 ? html`<br />${links.map((link, index) => footerLink(link, index, lang))}` : ''}`;
}

function footerLink({ label, url }: MailLink, index: number, lang: MailContent['lang']): Html {
  return html`${index > 0 ? '\u2003 ' : ''}<a
      class="quiet"
      href="${pageUrl(url)}"
      style="color:${light.quiet};text-decoration:underline;white-space:nowrap"
      >${typeset(label, lang)}</a
    >`;
}
