// Loaded with the first comment of somebody else that comes while one reads.
import type { ParvisClient } from '@parvis/core';
import { announceNews } from '@parvis/core/announcer/announce-news.js';
import { nearestLang } from '@parvis/core/localisation/nearest-lang.js';
import { spokenName } from '@parvis/core/person/kind-words.js';
import { css, type LitElement } from 'lit';
import type { Comment } from './comment-operations.js';
import { newWord, sentence } from './new-comment-words.js';

/** For how long a comment is marked as new once it is in sight, in ms. */
const MARKED = 10_000;

/** Comes and goes without moving anything. */
const styles = css`
  article {
    position: relative;
    transition:
      background 1s,
      box-shadow 1s;
  }
  article:has(> .new) {
    background: var(--_tint);
    box-shadow: 0 0 0 6px var(--_tint);
  }
  .new {
    position: absolute;
    inset-block-start: -16px;
    inset-inline-end: 0;
    padding-inline: 8px;
    border-radius: 999px;
    background: var(--_accent);
    color: var(--_surface);
    font-size: 0.75em;
    font-weight: 600;
  }
`;

/** Says to screen readers that a comment has come, and marks it until it has been in sight for a while. */
export function announceNew(element: LitElement & { readonly commentId: string }, { cache }: ParvisClient): void {
  const { commentId: id } = element;
  const lang = nearestLang(element);
  if (element.checkVisibility()) {
    const { author } = cache.get<Comment>(id)!;
    announceNews('comments', id, author ? spokenName(author, lang) : '', (names) => sentence(names, lang), lang);
  }
  const root = element.renderRoot as ShadowRoot;
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, styles.styleSheet!];
  const mark = document.createElement('span');
  mark.className = 'new';
  mark.textContent = newWord(lang);
  // Before all that the element renders, and so out of its way.
  root.querySelector('article')!.prepend(mark);
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    setTimeout(() => {
      mark.remove();
      cache.write({ id, isNew: false });
    }, MARKED);
  });
  observer.observe(element);
}
