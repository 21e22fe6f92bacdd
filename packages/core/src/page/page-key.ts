/** What follows the page leaves here a canonical link that stayed when it went on to another address: that one is stale. */
export interface PageKey {
  stale?: string | undefined;
}

/**
 * The key of what a widget is about, as far as the page says: its `subject`, else `<meta name="parvis:subject">`, else
 * `<link rel="canonical">`, else the page's address. Of an address (absolute, or from the root) the hash goes, unless it is a
 * route (`#/…`, `#!/…`); the query goes from the page's own address alone, where readers and trackers add to it. The server
 * folds what else differs between two spellings of one address. Anything else is a plain name, and stays as it is. Never
 * throws: what is no key, the server refuses with the reason.
 */
export function pageKey(subject?: string | null): string {
  const named = subject?.trim() || document.querySelector<HTMLMetaElement>('meta[name="parvis:subject"]')?.content;
  if (named) return /^(https?:\/\/|\/)/i.test(named) ? reduced(named) : named;
  const own = reduced(pageAddress(), '');
  // `.href` resolves against <base>, as a browser or a search engine would read it.
  const canonical = document.querySelector<HTMLLinkElement>('link[rel~=canonical]')?.href;
  if (!canonical || canonical === (pageKey as PageKey).stale) return own;
  const key = reduced(canonical);
  // Only the server knows whether it takes another origin, such as that of a public site. It takes the first that it can.
  return key.startsWith(origin + '/') ? key : `canonical:${key} ${own}`;
}

/** In a frame that has none of its own (`srcdoc`), that of the page around it, where it may be read. */
function pageAddress(): string {
  try {
    return (location.host ? location : parent.location).href;
  } catch {
    return location.href;
  }
}

function reduced(address: string, query?: string): string {
  try {
    // Against the page's address, never against <base>: that often names another page.
    const { protocol, origin, pathname, search, hash } = new URL(address, pageAddress());
    if (!/^http/.test(protocol)) return address;
    return origin + pathname.replace(/\/+$/, '') + (query ?? search) + (/^#!?\//.test(hash) ? hash : '');
  } catch {
    // The server says what is the matter with it.
    return address;
  }
}

/** Whether a subject is the id of a page, post or comment rather than a page's key. */
export function isSubjectId(subject: string): boolean {
  // "Page:", "Post:" and "Comment:" in base64, as the server makes its ids.
  return /^(UGFnZT|UG9zdDo|Q29tbWVudD)[\w-]+$/.test(subject);
}
