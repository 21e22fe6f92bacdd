import { permalink } from '@parvis/core';
import { css, html, nothing } from 'lit';
import type { PersonActivity } from './person-detail-operations.js';
import type { PersonDetailStrings } from './strings/en.js';

/** The latest comments and posts of a person: where, when, and the first words. */
export function renderActivity(activity: PersonActivity, text: PersonDetailStrings) {
  const excerpt = activity.excerpt?.text;
  return html`<li>
    <p class="what">
      ${renderPlace(activity, text)} <parvis-relative-time .datetime=${activity.createdAt}></parvis-relative-time>
    </p>
    ${excerpt ? html`<p class="excerpt" dir="auto">${excerpt}</p>` : nothing}
  </li>`;
}

function renderPlace(activity: PersonActivity, text: PersonDetailStrings) {
  if (activity.__typename === 'Post') return text.posted;
  const { about } = activity;
  if (about.__typename !== 'Page' || !about.title) return text.commented;
  const label = text.commentedOn(about.title);
  if (!about.url || !/^https?:/i.test(about.url)) return label;
  return html`<a href=${permalink('comment', activity.id, about.url)}>${label}</a>`;
}

export const activityStyles = css`
  .activity li + li {
    margin-block-start: 8px;
  }
  .what {
    color: var(--_quiet);
    font-size: 0.875em;
  }
  .what parvis-relative-time {
    margin-inline-start: 0.5em;
  }
  .what a {
    color: var(--_accent);
    text-underline-offset: 2px;
  }
  .excerpt {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-clamp: 2;
  }
`;
