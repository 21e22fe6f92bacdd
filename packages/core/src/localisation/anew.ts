import { html, type TemplateResult } from 'lit';

const templates = new Map<unknown, TemplateStringsArray>();

/**
 * Renders `content` in new nodes whenever `version` changes: when the browser translates a page, it replaces the nodes of
 * the former version, and what Lit writes into those is not visible. Each version is a template of its own, since Lit never
 * reuses the nodes of another template; its own directive for that is four times as large.
 */
export function anew(version: unknown, content: unknown): TemplateResult {
  let strings = templates.get(version);
  if (!strings) {
    const parts = ['', ''];
    strings = Object.assign(parts, { raw: parts });
    templates.set(version, strings);
  }
  return html(strings, content);
}
