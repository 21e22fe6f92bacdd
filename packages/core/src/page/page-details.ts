import { isSubjectId, pageKey } from './page-key.js';

/**
 * What goes with a write to the page of `key`: the key, by which the server knows its whole address, and the title of this
 * page, if it is that one. Nothing for a post or comment.
 */
export function pageDetails(key: string): { title?: string; url: string } | undefined {
  if (isSubjectId(key)) return undefined;
  // The title of an <iframe srcdoc> is not that of the page around it.
  const isHere = key === pageKey() && /^http/.test(location.protocol);
  return isHere ? { title: document.title.trim().slice(0, 200), url: key } : { url: key };
}
