// Loaded with the first comment of somebody else that comes while one reads.
import type { ParvisClient } from '@parvis/core';
import { announceNews } from '@parvis/core/announcer/announce-news.js';
import { nearestLang } from '@parvis/core/localisation/nearest-lang.js';
import type { Comment } from './comment-operations.js';

/** For how long a comment is marked as new once it is in sight, in ms. */
const MARKED = 10_000;
/** How many are named. */
const NAMED = 3;

/** Says to screen readers that a comment has come, and marks it until it has been in sight for a while. */
export function tell(element: Element & { readonly commentId: string }, client: ParvisClient): void {
  const { cache } = client;
  const { commentId: id } = element;
  const lang = nearestLang(element);
  if (element.checkVisibility()) {
    announceNews('comments', id, cache.get<Comment>(id)?.author?.name ?? '', (names) => sentence(names, lang), lang);
  }
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    setTimeout(() => cache.write({ id, isNew: false }), MARKED);
  });
  observer.observe(element);
}

function sentence(names: readonly string[], lang: string): string {
  const people = [...new Set(names.filter(Boolean))];
  const isFrench = /^fr\b/i.test(lang);
  const n = names.length;
  const many = people.length > NAMED;
  // No "de" before a name in French: it is "d’" before some.
  const who = many ? String(people.length) : new Intl.ListFormat(isFrench ? 'fr' : 'en').format(people);
  if (isFrench) {
    const what = n < 2 ? `${n} nouveau commentaire` : `${n} nouveaux commentaires`;
    return many ? `${what} de ${who} personnes.` : `${what} : ${who}.`;
  }
  const what = n === 1 ? '1 new comment' : `${n} new comments`;
  return `${what} by ${many ? `${who} people` : who}.`;
}
