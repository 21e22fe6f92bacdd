/** `follow-address` stores here a canonical link that stayed when the page changed its address: that link is stale. */
export interface PageKey {
  stale?: string | undefined;
}

/**
 * The key of a widget's page: its `subject`, else `<meta name="parvis:subject">`, else `<link rel="canonical">`, else the
 * page's address. An address (absolute, or from the root) loses its hash, unless that is a route (`#/…`, `#!/…`); only the
 * page's own address loses its query, because readers and trackers add to it. The server folds all other differences
 * between two spellings of an address. Anything else is a plain name, and is kept as it is. Never throws: the server
 * rejects an invalid key with the reason.
 */
export function pageKey(subject?: string | null): string {
  const named = subject?.trim() || document.querySelector<HTMLMetaElement>('meta[name="parvis:subject"]')?.content;
  if (named) return /^(https?:\/\/|\/)/i.test(named) ? reduced(named) : named;
  const own = reduced(pageAddress(), '');
  // `.href` resolves against <base>, as a browser or a search engine would read it.
  const canonical = document.querySelector<HTMLLinkElement>('link[rel~=canonical]')?.href;
  if (!canonical || canonical === (pageKey as PageKey).stale) return own;
  const key = reduced(canonical);
  // Only the server knows whether it accepts another origin, such as a public site's. It uses the first address it accepts.
  return key.startsWith(origin + '/') ? key : `canonical:${key} ${own}`;
}

/** The page's address; for a frame without one (`srcdoc`), that of the page around it, if it may be read. */
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
    // The server explains what is wrong with it.
    return address;
  }
}
