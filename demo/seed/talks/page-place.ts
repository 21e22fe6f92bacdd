/** Where a page of the demo is. */
export interface PagePlace {
  key: string;
  url: string | null;
}

/** The place of a page that is given from the root of its site, or as a plain name. */
export function pagePlace(site: string, page: string): PagePlace {
  return isAddress(page) ? { key: site + keyPath(page), url: site + page } : { key: page, url: null };
}

export function isAddress(page: string): boolean {
  return page.startsWith('/');
}

/** What the keys of a page end with, whatever the site. */
export function keyPath(page: string): string {
  return page.replace(/\/+$/, '');
}
