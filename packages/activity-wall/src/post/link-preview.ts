import { icon } from '@parvis/core';
import { html, nothing } from 'lit';

/** The icon of a link. */
export const CHAIN =
  'M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-5.7-5.7L12 7M14 10a4 4 0 0 0-6-.5l-3 3A4 4 0 0 0 10.7 18L12 17';

/** A link of a post: where it leads, said before one goes there. Nothing is fetched from that place. */
export function renderLinkPreview(address: string | null) {
  if (!address || !/^https?:/i.test(address) || !URL.canParse(address)) return nothing;
  const { hostname, pathname, search } = new URL(address);
  const path = pathname === '/' ? search : pathname + search;
  return html`<a class="preview" part="link" href=${address} rel="nofollow noopener noreferrer" target="_blank">
    ${icon(CHAIN)}<span dir="ltr"><b>${hostname.replace(/^www\./, '')}</b>${path && html`<small>${path}</small>`}</span>
  </a>`;
}
