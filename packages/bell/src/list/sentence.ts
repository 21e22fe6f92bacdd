import { html, type TemplateResult } from 'lit';

/** A sentence about people, with their names in bold where they stand in it. */
export function sentence(text: string, names: readonly string[]): TemplateResult {
  const parts: (string | TemplateResult)[] = [];
  let end = 0;
  for (const name of names) {
    const start = text.indexOf(name, end);
    if (start < 0) continue;
    parts.push(text.slice(end, start), html`<b>${name}</b>`);
    end = start + name.length;
  }
  return html`<bdi>${[...parts, text.slice(end)]}</bdi>`;
}
