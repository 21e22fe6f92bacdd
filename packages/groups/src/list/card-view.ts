import { icon } from '@parvis/core';
import { initialsOf } from '@parvis/core/avatar/avatar-element.js';
import { html, nothing } from 'lit';
import { VISIBILITY_ICONS } from '../group-icons.js';
import type { GroupCard } from './group-list-operations.js';
import type { GroupListStrings } from './strings/en.js';

export interface CardOptions {
  text: GroupListStrings;
  lang: string;
  headingLevel: number;
  /** The address of a group, where the page has one. */
  hrefOf: (handle: string) => string | undefined;
  choose: (event: Event, handle: string) => void;
}

/** A group in a list: what it is called, who sees it, how many are in it, what it is for. */
export function renderCard(group: GroupCard | undefined, options: CardOptions) {
  if (!group) return nothing;
  const { handle, name, purpose } = group;
  const href = options.hrefOf(handle);
  const choose = (event: Event) => options.choose(event, handle);
  return html`<li part="group">
    <span class="tile" aria-hidden="true" translate="no">${initialsOf(name)}</span>
    <div class="about">
      <div class="name" role="heading" aria-level=${options.headingLevel}>
        ${
          href
            ? html`<a class="open" data-handle=${handle} href=${href} dir="auto" @click=${choose}>${name}</a>`
            : html`<button class="open" data-handle=${handle} type="button" dir="auto" @click=${choose}>
                ${name}
              </button>`
        }
      </div>
      <p class="facts">${icon(VISIBILITY_ICONS[group.visibility])}${factsOf(group, options)}</p>
      ${purpose ? html`<p class="purpose" dir="auto">${purpose}</p>` : nothing}
    </div>
    ${renderMine(group, options.text)}
  </li>`;
}

function factsOf({ visibility, join, memberCount, archivedAt }: GroupCard, { text, lang }: CardOptions): string {
  const count = memberCount === null ? '' : text.members(memberCount, new Intl.NumberFormat(lang).format(memberCount));
  return [text.visibilities[visibility], text.joins[join], count, archivedAt ? text.archived : '']
    .filter(Boolean)
    .join(' · ');
}

function renderMine({ viewerRole, viewerRequest }: GroupCard, text: GroupListStrings) {
  const open = viewerRequest?.state === 'OPEN' ? viewerRequest.kind : undefined;
  const mine = viewerRole ? text.roles[viewerRole] : open && (open === 'INVITATION' ? text.invited : text.asked);
  return mine ? html`<span class="mine">${mine}</span>` : nothing;
}

const renderCardSkeleton = () =>
  html`<li>
    <span class="skeleton tile"></span>
    <div class="about"><span class="skeleton short"></span><span class="skeleton"></span></div>
  </li>`;

/** The list before it is there, at about the height that it will have. */
export const renderListSkeleton = (label: string) =>
  html`<div aria-busy="true" role="status" aria-label=${label}>
    <span class="skeleton bar"></span><span class="skeleton field"></span>
    <ul>
      ${[1, 2, 3].map(renderCardSkeleton)}
    </ul>
  </div>`;
