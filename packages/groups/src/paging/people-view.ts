import type { Person } from '@parvis/core';
import '@parvis/core/avatar/parvis-avatar.js';
import '@parvis/core/person/parvis-person-name.js';
import { css, html, nothing } from 'lit';

/** A person of a list: face, name and post. */
export function renderPerson(person: Person, more: unknown = nothing) {
  const post = [person.jobTitle, person.location ?? person.department].filter(Boolean).join(' · ');
  return html`<parvis-avatar .person=${person}></parvis-avatar>
    <div class="who">
      <parvis-person-name .person=${person}></parvis-person-name>
      ${post ? html`<small dir="auto">${post}</small>` : nothing}${more}
    </div>`;
}

export const peopleWait = () =>
  html`<div class="wait">
    <span class="skeleton round"></span><span><span class="skeleton"></span><span class="skeleton short"></span></span>
  </div>`;

export const peopleStyles = css`
  :host {
    --parvis-avatar-size: 36px;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li,
  .wait {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 12px;
    padding-block: 8px;
  }
  li + li {
    border-block-start: 1px solid var(--_line);
  }
  .wait > span:last-child {
    flex: 1;
  }
  .who {
    flex: 1 1 10em;
    min-inline-size: 0;
    line-height: 1.35;
  }
  .who parvis-person-name,
  .who b {
    font-weight: 600;
  }
  small {
    display: block;
    color: var(--_quiet);
    font-size: 0.875em;
  }
  .more {
    margin-block-start: 8px;
  }
`;
