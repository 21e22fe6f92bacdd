import { announce } from './announce.js';

/** In ms: how long the first item waits for others, and the shortest time between two announcements. */
const GATHER = 1_000;
const QUIET = 5_000;

interface News {
  readonly items: Map<string, string>;
  readonly say: (items: readonly string[]) => string;
  readonly lang: string;
}

const news = new Map<string, News>();
let timer: ReturnType<typeof setTimeout> | undefined;
let quietUntil = 0;

/**
 * Announces to screen readers what other people do, as one summary: at most once in five seconds, and only while the page
 * is visible.
 * @param kind - items of one kind are summed up in one sentence
 * @param id - announced once, however many elements show it
 * @param item - what the sentence needs to know about it
 * @param say - makes the sentence
 */
export function announceNews(
  kind: string,
  id: string,
  item: string,
  say: (items: readonly string[]) => string,
  lang: string,
): void {
  const sentence = `${kind} ${lang}`;
  const known = news.get(sentence) ?? { items: new Map<string, string>(), say, lang };
  news.set(sentence, known);
  known.items.set(id, item);
  timer ??= setTimeout(announceAll, Math.max(GATHER, quietUntil - performance.now()));
}

function announceAll(): void {
  timer = undefined;
  if (document.hidden) {
    document.addEventListener('visibilitychange', announceAll, { once: true });
    return;
  }
  const all = [...news.values()];
  news.clear();
  if (!all.length) return;
  quietUntil = performance.now() + QUIET;
  announce(all.map(({ items, say }) => say([...items.values()])).join(' '), all[0]!.lang);
}
