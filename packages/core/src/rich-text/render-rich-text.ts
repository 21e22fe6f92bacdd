import { html, nothing, type TemplateResult } from 'lit';
import type { Block, Inline } from './rich-text-tree.js';

/**
 * Renders the text of a comment or post. It arrives as a tree, so that nothing in it is ever parsed as HTML. An address that
 * is not http, https or mailto is shown as text, even if the server accepted it.
 *
 * @param dir - By default, each block takes its direction from its first letters, not from the page. Nested blocks get theirs
 *   by a style: with the attribute, the browser would skip them when it looks for the first letters of their list or quote.
 */
export function renderRichText(tree: readonly Block[], dir: unknown = 'auto'): TemplateResult[] {
  return tree.map((block) => renderBlock(block, dir));
}

function renderBlock(block: Block, dir: unknown): TemplateResult {
  switch (block.t) {
    case 'p':
      return html`<p dir=${dir}>${block.c.map(renderInline)}</p>`;
    case 'quote':
      return html`<blockquote dir=${dir}>${renderRichText(block.c, nothing)}</blockquote>`;
    case 'code':
      return html`<pre dir=${dir} tabindex="0"><code>${block.v}</code></pre>`;
    case 'list': {
      const items = block.c.map((item) => html`<li>${renderRichText(item.c, nothing)}</li>`);
      return block.ordered
        ? html`<ol dir=${dir} start=${block.start ?? 1}>
            ${items}
          </ol>`
        : html`<ul dir=${dir}>
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
      // Shown as text: tags do not lead anywhere yet, and must not look like links.
      return `#${inline.v}`;
    default:
      return nothing;
  }
}
