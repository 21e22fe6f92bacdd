import { html, nothing, type TemplateResult } from 'lit';
import type { Block, Inline } from './rich-text-tree.js';

/**
 * Renders what a person wrote. The text arrives as a tree, so that nothing in it is ever read as HTML; an address that
 * is not http, https or mailto is shown as text, whatever the server let through.
 */
export function renderRichText(tree: readonly Block[]): TemplateResult[] {
  return tree.map(renderBlock);
}

function renderBlock(block: Block): TemplateResult {
  switch (block.t) {
    case 'p':
      return html`<p>${block.c.map(renderInline)}</p>`;
    case 'quote':
      return html`<blockquote>${renderRichText(block.c)}</blockquote>`;
    case 'code':
      return html`<pre tabindex="0"><code>${block.v}</code></pre>`;
    case 'list': {
      const items = block.c.map((item) => html`<li>${renderRichText(item.c)}</li>`);
      return block.ordered
        ? html`<ol start=${block.start ?? 1}>
            ${items}
          </ol>`
        : html`<ul>
            ${items}
          </ul>`;
    }
  }
}

function renderInline(inline: Inline): unknown {
  if (typeof inline === 'string') return inline;
  switch (inline.t) {
    case 'em':
      return html`<em>${inline.c.map(renderInline)}</em>`;
    case 'strong':
      return html`<strong>${inline.c.map(renderInline)}</strong>`;
    case 'del':
      return html`<del>${inline.c.map(renderInline)}</del>`;
    case 'icode':
      return html`<code>${inline.v}</code>`;
    case 'br':
      return html`<br />`;
    case 'a':
      return /^(https?:|mailto:)/i.test(inline.href)
        ? html`<a href=${inline.href} rel="nofollow noopener noreferrer" target="_blank"
            >${inline.c.map(renderInline)}</a
          >`
        : inline.c.map(renderInline);
    case 'mention':
      return html`<parvis-person-name class="mention" .person=${inline} sigil="@"></parvis-person-name>`;
    case 'tag':
      return html`<span class="tag">#${inline.v}</span>`;
    default:
      return nothing;
  }
}
