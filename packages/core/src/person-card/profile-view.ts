import { css, html, nothing } from 'lit';
import { icon } from '../icons/icon.js';
import { spokenName } from '../person/kind-words.js';
import { CONTACT_PATHS, contactsOf, opensWindow, type Contact } from './contact.js';
import type { Profile } from './profile.js';
import type { ProfileStrings } from './strings/en.js';

/** Texts of a profile, and their language. */
interface ProfileLocale {
  text: ProfileStrings;
  lang: string;
}

/** A person's job and place. Each part has its own text direction, the line has the page's. */
export function renderPost({ jobTitle, department, location }: Pick<Profile, 'jobTitle' | 'department' | 'location'>) {
  const affiliation = [department, location].filter(Boolean);
  return html`${jobTitle ? html`<span class="job" part="job"><bdi .textContent=${jobTitle}></bdi></span>` : nothing}${
    affiliation.length
      ? html`<span class="place" part="place"
          >${affiliation.map((name, i) => html`${i ? ' · ' : ''}<bdi .textContent=${name}></bdi>`)}</span
        >`
      : nothing
  }`;
}

/** A link to write to, call or chat with a person; shows its address, or only an icon. */
export function renderContact(person: Profile, contact: Contact, { text, lang }: ProfileLocale, iconOnly = false) {
  const { kind, href, address } = contact;
  const label = text.contact[kind](spokenName(person, lang));
  const isOutside = opensWindow(contact);
  // The visible text of a link must be part of its accessible name, for voice control.
  return html`<a
    class="contact button ${iconOnly ? '' : 'printed'}"
    part="contact"
    href=${href}
    target=${isOutside ? '_blank' : nothing}
    rel=${isOutside ? 'noopener noreferrer' : nothing}
    aria-label=${address && !iconOnly ? `${label}, ${address}` : label}
    title=${address ?? label}
    >${icon(CONTACT_PATHS[kind])}${iconOnly ? nothing : html`<bdi translate=${address ? 'no' : nothing} .textContent=${address ?? text.chat}></bdi>`}</a
  >`;
}

/** All ways to reach a person, with their addresses. */
export function renderContacts(person: Profile, locale: ProfileLocale) {
  const contacts = contactsOf(person);
  if (!contacts.length) return nothing;
  return html`<ul class="contacts" aria-label=${locale.text.contacts}>
    ${contacts.map((contact) => html`<li>${renderContact(person, contact, locale)}</li>`)}
  </ul>`;
}

export function renderExpertise({ expertise }: Pick<Profile, 'expertise'>, text: ProfileStrings) {
  if (!expertise.length) return nothing;
  return html`<ul class="tags" aria-label=${text.expertise}>
    ${expertise.map((tag) => html`<li><bdi .textContent=${tag}></bdi></li> `)}
  </ul>`;
}

/** Styles for what the functions of this file render. */
export const profileStyles = css`
  .job,
  .place {
    display: block;
    line-height: 1.35;
  }
  .place {
    color: var(--_quiet);
    font-size: 0.875em;
  }
  .contacts,
  .tags {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .contacts li {
    max-inline-size: 100%;
  }
  .contact {
    max-inline-size: 100%;
    justify-content: start;
    color: inherit;
    text-align: start;
  }
  .contact svg {
    color: var(--_accent);
  }
  .contact:hover bdi {
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  .tags li {
    padding: 1px 9px;
    border-radius: 999px;
    background: var(--_wash);
    color: var(--_quiet);
    font-size: 0.8125em;
  }
  .departed {
    display: inline-block;
    padding: 1px 9px;
    border-radius: 999px;
    background: var(--_warning);
    color: var(--_ink);
    font-size: 0.8125em;
    font-weight: 400;
  }
  @media (forced-colors: active) {
    .tags li,
    .departed {
      border: 1px solid;
    }
  }
`;
