/**
 * The key of what a widget is about, as far as the page says: its `subject`, else `<meta name="parvis:subject">`, else
 * `<link rel="canonical">`, else the page's address. An address (absolute, or from the root) is reduced to its page:
 * no query, no hash, no trailing slash, no `index.html`. Anything else is a plain name, and stays as it is.
 */
export function pageKey(subject?: string | null): string {
  return normalise(
    subject ||
      document.querySelector('meta[name="parvis:subject"]')?.getAttribute('content') ||
      // `.href` resolves against <base>, as a browser or a search engine would read it.
      document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ||
      location.href,
  );
}

function normalise(key: string): string {
  const trimmed = key.trim();
  if (!/^(https?:\/\/|\/)/i.test(trimmed)) return trimmed;
  // Against the address, never against <base>: that often names another page.
  const { origin, pathname } = new URL(trimmed, location.href);
  return origin + pathname.replace(/\/index\.html$/i, '').replace(/\/+$/, '');
}

/** Whether a subject is the id of a page, post or comment rather than a page's key. */
export function isSubjectId(subject: string): boolean {
  // "Page:", "Post:" and "Comment:" in base64, as the server makes its ids.
  return /^(UGFnZT|UG9zdDo|Q29tbWVudD)[\w-]+$/.test(subject);
}
