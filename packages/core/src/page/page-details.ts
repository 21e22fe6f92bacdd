import { pageKey } from './page-key.js';

/**
 * What the host page says of itself, for the server to keep with the first write to it; nothing where `key` names
 * another page, of which this one knows no title.
 */
export function pageDetails(key: string): { title: string; url: string } | undefined {
  if (key !== pageKey()) return undefined;
  return { title: document.title.trim().slice(0, 300), url: location.href.replace(/#.*/, '') };
}
