import { html, nothing } from 'lit';

/** A wall before it is there, at the height that it will have. */
export function renderSkeleton(label: string, hasComposer: boolean) {
  const line = (size = '') => html`<span class="skeleton ${size}"></span>`;
  const post = html`<div class="card">
    <div class="row">${line('round')}<span>${line()}${line('short')}</span></div>
    ${line()}${line()}${line('short')}
  </div>`;
  return html`<div aria-busy="true" role="status" aria-label=${label}>
    ${hasComposer ? line('composer') : nothing}${post}${post}${post}
  </div>`;
}
