import { html, nothing } from 'lit';
import type { Act, Open } from './acting.js';
import { canRead, standingIn, type Group } from './group.js';
import type { GroupStrings } from './strings/en.js';

/** For how long a deleted group can be brought back, in ms. */
const UNDO_PERIOD = 30 * 24 * 60 * 60 * 1000;

export interface StandingOptions {
  text: GroupStrings;
  lang: string;
  open: Open;
  act: Act;
}

/** What is the matter between a group and its viewer, and what there is to do about it. */
export function renderStanding(group: Group, options: StandingOptions) {
  if (group.deletedAt) return renderDeleted(group, options);
  return [
    renderArchived(group, options),
    renderOffer(group, options),
    renderMine(group, options),
    renderWaiting(group, options),
  ];
}

function renderDeleted({ deletedAt, viewerCanManage }: Group, { text, lang, act }: StandingOptions) {
  const until = new Date(Date.parse(deletedAt!) + UNDO_PERIOD);
  const date = new Intl.DateTimeFormat(lang, { dateStyle: 'long' }).format(until);
  const undo = (event: Event) => act(event, ({ restoreGroup }, ...group) => restoreGroup(...group), text.restored);
  return note(text.deleted(date), viewerCanManage ? button(text.undo, undo) : nothing);
}

function renderArchived({ archivedAt, viewerCanManage }: Group, { text, act }: StandingOptions) {
  if (!archivedAt) return nothing;
  const reopen = (event: Event) =>
    act(event, ({ setArchived }, client, id) => setArchived(client, id, false), text.reopened);
  return note(text.archived, viewerCanManage ? button(text.reopen, reopen) : nothing);
}

/** Its words come with the first group that has no owner. */
function renderOffer({ ownershipOffer }: Group, { act }: StandingOptions) {
  if (!ownershipOffer) return nothing;
  void import('./ownership/parvis-group-offer.js');
  return html`<parvis-group-offer class="note" .until=${ownershipOffer.until} .act=${act}></parvis-group-offer>`;
}

function renderMine(group: Group, { text, open, act }: StandingOptions) {
  const leave = (said: string) => (event: Event) =>
    act(event, ({ leaveGroup }, ...group) => leaveGroup(...group), said);
  switch (standingIn(group)) {
    case 'member':
      return nothing;
    case 'invited': {
      const accept = (event: Event) => act(event, ({ joinGroup }, ...group) => joinGroup(...group), text.joined);
      return note(
        text.invited,
        html`<button class="primary" type="button" @click=${accept}>${text.accept}</button
          >${button(text.turnDown, leave(text.turnedDown))}`,
      );
    }
    case 'asked':
      return note(text.asked, button(text.takeBack, leave(text.requestTakenBack)));
    case 'refused':
      return note(
        text.refused,
        group.join === 'REQUEST' ? button(text.askAgain, (event) => open('ask', event)) : nothing,
      );
    case 'outside':
      return renderOutside(group, text);
  }
}

function renderOutside(group: Group, text: GroupStrings) {
  const how = group.join === 'INVITE' ? text.byInvitation : '';
  const words = [canRead(group) ? '' : text.privateTalk, how].filter(Boolean).join(' ');
  return words ? html`<p class="quiet">${words}</p>` : nothing;
}

function renderWaiting({ waiting: { totalCount }, viewerCanAnimate }: Group, { text, open }: StandingOptions) {
  if (!totalCount || !viewerCanAnimate) return nothing;
  return note(
    text.waiting(totalCount),
    button(text.decide, (event) => open('requests', event)),
  );
}

const note = (words: string, actions: unknown) =>
  html`<div class="note"><span .textContent=${words}></span>${actions}</div>`;

const button = (label: string, onClick: (event: Event) => void) =>
  html`<button class="outlined" type="button" @click=${onClick}>${label}</button>`;
