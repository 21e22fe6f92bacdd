// Loaded where something is unread.
import { mutate, type ParvisClient } from '@parvis/core';
import { localised } from '@parvis/core/localisation/locale-controller.js';
import { MARK_READ } from '../list/notification-operations.js';
import { UNREAD } from './unread-operations.js';

/** How long something is before the viewer's eyes until it is read. In ms. */
const READING = 500;
/** How long changes of the page, and what is read, are gathered. In ms. */
const GATHERING = 200;

/** An element that shows a comment or a post. */
type Shown = HTMLElement & { readonly commentId?: string; readonly postId?: string };

const readers = new WeakMap<ParvisClient, SeenReader>();

/**
 * Asks again what is unread. As soon as the viewer has seen it on its page, it is read.
 * @param isUsed - whether the page still speaks to the server with this client: another one may have signed in
 */
export function readWhenSeen(client: ParvisClient, isUsed: () => boolean): void {
  const reader = readers.get(client) ?? new SeenReader(client);
  readers.set(client, reader);
  reader.refresh(isUsed);
}

/** Marks notifications as read whose comment or post stands before the viewer for a while. */
class SeenReader {
  readonly #client: ParvisClient;
  /** The ids of what is unread, by those of the comments and posts that it leads to. */
  #unread = new Map<string, string[]>();
  /** What is to be marked as read. */
  readonly #seen = new Set<string>();
  readonly #subjects = new WeakMap<Element, string>();
  readonly #inSight = new Map<string, ReturnType<typeof setTimeout>>();
  /** More than one, since half of a long text may be higher than the window. */
  readonly #sight = new IntersectionObserver((entries) => entries.forEach((entry) => this.#onSight(entry)), {
    threshold: [0.1, 0.25, 0.5, 1],
  });
  #isUsed = () => true;
  #isStale = false;
  #gathering: ReturnType<typeof setTimeout> | undefined;

  constructor(client: ParvisClient) {
    this.#client = client;
    document.addEventListener('visibilitychange', this.#onVisibility);
    // Comments and posts come to the page with what is known of them.
    client.cache.observe(() => this.#unread.size && this.#lookSoon());
  }

  refresh(isUsed: () => boolean): void {
    this.#isUsed = isUsed;
    this.#isStale = true;
    this.#lookSoon();
  }

  #lookSoon(): void {
    this.#gathering ??= setTimeout(() => {
      this.#gathering = undefined;
      // What cannot be read or marked now is unread until something else happens.
      this.#look().catch(() => {});
    }, GATHERING);
  }

  async #look(): Promise<void> {
    if (document.hidden || !this.#isUsed()) return;
    if (this.#isStale) {
      this.#isStale = false;
      this.#unread = await this.#ask();
    }
    for (const host of localised as Iterable<Shown>) {
      const id = host.matches('parvis-comment, parvis-post') && (host.commentId ?? host.postId);
      // Without what stands below: answers, or the discussion of a post.
      const text = host.shadowRoot?.querySelector('[part=body], parvis-post-content');
      if (!id || !text || !this.#unread.has(id)) continue;
      this.#subjects.set(text, id);
      this.#sight.observe(text);
    }
    if (this.#seen.size) await this.#markRead();
  }

  async #ask(): Promise<Map<string, string[]>> {
    const { viewer } = await this.#client.query(UNREAD, {});
    const unread = new Map<string, string[]>();
    for (const { id, subject } of viewer?.inbox.notifications.nodes ?? []) {
      const { id: subjectId } = (subject ?? {}) as { id?: string };
      if (subjectId) unread.set(subjectId, [...(unread.get(subjectId) ?? []), id]);
    }
    return unread;
  }

  #onSight({ target, isIntersecting, intersectionRatio, intersectionRect }: IntersectionObserverEntry): void {
    const id = this.#subjects.get(target)!;
    const isSeen = isIntersecting && (intersectionRatio >= 0.5 || intersectionRect.height >= innerHeight / 2);
    if (!isSeen) this.#lose(id);
    else if (!this.#inSight.has(id))
      this.#inSight.set(
        id,
        setTimeout(() => this.#read(id), READING),
      );
  }

  #lose(id: string): void {
    clearTimeout(this.#inSight.get(id));
    this.#inSight.delete(id);
  }

  #read(id: string): void {
    this.#inSight.delete(id);
    for (const notificationId of this.#unread.get(id) ?? []) this.#seen.add(notificationId);
    this.#unread.delete(id);
    this.#lookSoon();
  }

  async #markRead(): Promise<void> {
    const ids = [...this.#seen];
    this.#seen.clear();
    await mutate(this.#client, MARK_READ, { ids });
  }

  readonly #onVisibility = () => {
    for (const id of [...this.#inSight.keys()]) this.#lose(id);
    // What is in sight is told again.
    this.#sight.disconnect();
    this.#lookSoon();
  };
}
