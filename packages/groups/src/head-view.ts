import { fetchWhenIdle, icon, MORE, type Person } from '@parvis/core';
import { html, nothing } from 'lit';
import type { Act, Open } from './acting.js';
import { VISIBILITY_ICONS } from './group-icons.js';
import { standingIn, type Group } from './group.js';
import type { PanelName } from './panel/panel-events.js';
import type { GroupStrings } from './strings/en.js';

export interface HeadOptions {
  text: GroupStrings;
  lang: string;
  headingLevel: number;
  /** What is open below. */
  panel: PanelName | undefined;
  open: Open;
  act: Act;
  /** None where there is nothing in the menu. */
  openMenu: (() => unknown) | undefined;
}

/** The name of a group, who may know of it, how many are in it and what it is for. */
export function renderHead(group: Group, options: HeadOptions) {
  const { text, headingLevel } = options;
  return html`<div class="top">
      <div class="titles">
        <div class="name" part="name" role="heading" aria-level=${headingLevel}><bdi>${group.name}</bdi></div>
        ${renderFacts(group, options)}
      </div>
      ${
        group.deletedAt
          ? nothing
          : html`<div class="acts unprinted">
              ${renderFaces(group, options)}${renderPrimary(group, options)}${renderFollow(group)}${renderMore(options)}
            </div>`
      }
    </div>
    ${group.purpose ? html`<p class="purpose" dir="auto">${group.purpose}</p>` : nothing}
    ${group.ruleConditions ? renderRule(group.ruleConditions) : nothing}
    ${group.viewerRole ? html`<p class="role">${text.roles[group.viewerRole]}</p>` : nothing}`;
}

/** Its words come with the first group that has one. */
function renderRule(conditions: NonNullable<Group['ruleConditions']>) {
  void import('./rule/parvis-group-rule.js');
  return html`<parvis-group-rule class="quiet" .conditions=${conditions}></parvis-group-rule>`;
}

function renderFacts({ visibility, join, memberCount, owners }: Group, { text, lang }: HeadOptions) {
  const names = owners.nodes.flatMap(({ person }) => (person?.status === 'ACTIVE' ? person.name : []));
  const count =
    memberCount === null ? undefined : text.members(memberCount, new Intl.NumberFormat(lang).format(memberCount));
  const runBy = names.length ? text.runBy(new Intl.ListFormat(lang).format(names)) : undefined;
  const facts = [text.visibilities[visibility], text.joins[join], count, runBy].filter((fact) => fact !== undefined);
  return html`<p class="facts">
    ${icon(VISIBILITY_ICONS[visibility])}<span .textContent=${facts.join(' · ')}></span>
  </p>`;
}

/** Some of those who are in it, and the way to all of them. */
function renderFaces({ memberCount, faces }: Group, { text, lang, panel, open }: HeadOptions) {
  if (memberCount === null) return nothing;
  const people = faces.nodes.map(({ person }) => person).filter((person): person is Person => person !== null);
  const label = text.members(memberCount, new Intl.NumberFormat(lang).format(memberCount));
  return html`<button
    class="faces"
    type="button"
    title=${text.showMembers}
    aria-expanded=${panel === 'members'}
    @click=${(event: Event) => open('members', event)}
  >
    <span class="sr">${text.showMembers} · ${label}</span
    >${people.map((person) => html`<parvis-avatar .person=${person}></parvis-avatar>`)}
  </button>`;
}

function renderPrimary(group: Group, { text, panel, open, act }: HeadOptions) {
  if (group.viewerCanInvite && group.viewerRole) return renderOpener('invite', text.invite, panel, open);
  if (standingIn(group) !== 'outside') return nothing;
  if (group.viewerCanJoin) {
    const join = (event: Event) => act(event, ({ joinGroup }, ...group) => joinGroup(...group), text.joined);
    return html`<button class="primary" type="button" @click=${join}>${text.join}</button>`;
  }
  return group.join === 'REQUEST' && !group.archivedAt ? renderOpener('ask', text.ask, panel, open) : nothing;
}

/** Its code comes after the first paint, and finds its room. */
function renderFollow({ handle, viewerRole }: Group) {
  if (!viewerRole) return nothing;
  fetchWhenIdle(() => import('@parvis/follow-button/parvis-follow-button.js'));
  return html`<parvis-follow-button .group=${handle}></parvis-follow-button>`;
}

function renderOpener(name: PanelName, label: string, panel: PanelName | undefined, open: Open) {
  return html`<button
    class="primary"
    type="button"
    aria-expanded=${panel === name}
    @click=${(event: Event) => open(name, event)}
  >
    ${label}
  </button>`;
}

function renderMore({ text, openMenu }: HeadOptions) {
  if (!openMenu) return nothing;
  return html`<button
    class="more"
    type="button"
    aria-haspopup="menu"
    aria-label=${text.more}
    title=${text.more}
    @click=${openMenu}
  >
    ${icon(MORE)}
  </button>`;
}

/** The head before it is there, at the height that it will have. */
export function renderHeadSkeleton(label: string) {
  return html`<div class="head" aria-busy="true" role="status" aria-label=${label}>
    <div class="cover"></div>
    <div class="in">
      <span class="skeleton title"></span><span class="skeleton short"></span><span class="skeleton"></span>
    </div>
  </div>`;
}
