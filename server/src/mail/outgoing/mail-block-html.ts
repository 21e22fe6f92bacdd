import { type Html, html } from '../../http/html.ts';
import { type Block, type Inline, type Line, type MailLanguage, pageUrl } from './mail-blocks.ts';
import { light } from './mail-colours.ts';
import { font } from './mail-styles.ts';
import { typeset } from './typography.ts';

interface Place {
  lang: MailLanguage;
  dir: 'ltr' | 'rtl';
  /** Where lines begin: Word does not know `start`. */
  start: 'left' | 'right';
  isFirst: boolean;
}

/** One block, as a row of the table of the sheet. */
export function blockHtml(block: Block, place: Place): Html {
  const top = place.isFirst
    ? 0
    : block.kind === 'button' || block.kind === 'lines'
      ? 24
      : block.kind === 'heading'
        ? 28
        : 16;
  return html`<tr>
    <td align="${place.start}" style="padding:${top}px 0 0">${inner(block, place)}</td>
  </tr> `;
}

function inner(block: Block, place: Place): Html {
  const { lang } = place;
  switch (block.kind) {
    case 'heading':
      return html`<h1 class="ink" style="margin:0;${font(21, 1.3)};font-weight:600;color:${light.ink}">
        ${typeset(block.text, lang)}
      </h1>`;
    case 'paragraph':
      return html`<p class="ink" style="margin:0;${font(16)};color:${light.ink}">
        ${block.text.map((part) => inlineHtml(part, lang))}
      </p>`;
    case 'quote':
      return quote(block, place);
    case 'button':
      return button(block, lang);
    case 'lines':
      return html`${block.title === undefined ? '' : html`<p class="ink" style="margin:0 0 4px;${font(15)};font-weight:600;color:${light.ink}">${typeset(block.title, lang)}</p>`}
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
          ${block.lines.map((line, index) => listLine(line, index, place))}
        </table>`;
  }
}

function inlineHtml(part: Inline, lang: MailLanguage): Html {
  if (typeof part === 'string') return html`${typeset(part, lang)}`;
  if ('bold' in part) return html`<b style="font-weight:600">${typeset(part.bold, lang)}</b>`;
  return html`<a class="link" href="${pageUrl(part.url)}" style="color:${light.accent};text-decoration:none"
    >${typeset(part.label, lang)}</a
  >`;
}

/** The person and the time above, the words below, on a tinted ground with a line before them. */
function quote({ author, at, text }: Extract<Block, { kind: 'quote' }>, { start, lang }: Place): Html {
  const lines = text.trim().split(/\r\n|\r|\n/);
  return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
    <tr>
      <td
        class="wash"
        align="${start}"
        style="padding:14px 18px 16px;background:${light.wash};border-${start}:3px solid ${light.accent};border-radius:4px"
      >
        <p class="ink" style="margin:0 0 6px;${font(15)};color:${light.ink}">
          <bdi><b style="font-weight:600">${author}</b></bdi>
          <span class="quiet" style="font-size:14px;color:${light.quiet}">${typeset(at, lang)}</span>
        </p>
        ${lines.map((line) => quoteLine(line))}
      </td>
    </tr>
  </table>`;
}

/** Each line finds its own direction: people mix scripts. */
function quoteLine(line: string): Html {
  const style = `${font(16)};color:${light.ink};word-wrap:break-word;overflow-wrap:anywhere`;
  return html`<div class="ink" dir="auto" style="${style}">${line.trim() === '' ? '\u00a0' : line}</div>`;
}

/** A cell with a ground, so that Word draws it too; the link fills it. */
function button({ label, url }: Extract<Block, { kind: 'button' }>, lang: MailLanguage): Html {
  return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0">
    <tr>
      <td class="button" bgcolor="${light.accent}" style="background:${light.accent};border-radius:22px">
        <a
          class="on-button"
          href="${pageUrl(url)}"
          style="display:inline-block;padding:9px 24px 10px;${font(16)};font-weight:600;color:${light.onAccent};text-decoration:none;mso-padding-alt:0;border-radius:22px"
          >${typeset(label, lang)}</a
        >
      </td>
    </tr>
  </table>`;
}

function listLine({ text, detail, url }: Line, index: number, { lang, start }: Place): Html {
  const words = typeset(text, lang);
  const rule = index > 0 ? `border-top:1px solid ${light.line};` : '';
  return html`<tr>
    <td class="rule" align="${start}" style="padding:10px 0;${rule}${font(16)}">
      ${
        url
          ? html`<a class="link" href="${pageUrl(url)}" style="color:${light.accent};text-decoration:none">${words}</a>`
          : html`<span class="ink" style="color:${light.ink}">${words}</span>`
      }${detail ? html`<br /><span class="quiet" style="font-size:14px;color:${light.quiet}">${typeset(detail, lang)}</span>` : ''}
    </td>
  </tr>`;
}
