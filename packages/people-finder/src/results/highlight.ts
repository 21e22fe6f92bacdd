import { html, type TemplateResult } from 'lit';
import type { PersonMatch } from '../search/people-operations.js';

type Part = string | TemplateResult;

/** A field of a person with the parts marked that matched. Matches of a text that has changed since are left out. */
export function highlight(text: string, field: PersonMatch['field'], matches: readonly PersonMatch[]): Part[] {
  const ranges = matches
    .filter((match) => match.field === field && match.value === text)
    .sort((a, b) => a.start - b.start);
  const parts: Part[] = [];
  let end = 0;
  for (const range of ranges) {
    // Two words of a query may match parts that overlap.
    const start = Math.max(range.start, end);
    if (range.end <= start) continue;
    parts.push(text.slice(end, start), html`<mark>${text.slice(start, range.end)}</mark>`);
    end = range.end;
  }
  return [...parts, text.slice(end)];
}
