import { pageKey } from './page-key.js';

/**
 * The page details that a write to the page of `key` carries: the key, from which the server knows the whole address, and
 * the document's title if the key is this page's. The server ignores them with a write to a post or comment.
 */
export function pageDetails(key: string): { title?: string; url: string } {
  // The title of an <iframe srcdoc> is not that of the page around it.
  const isHere = key === pageKey() && /^http/.test(location.protocol);
  return isHere ? { title: document.title.trim().slice(0, 200), url: key } : { url: key };
}
