import {
  ClientController,
  ConnectionController,
  FollowController,
  linkedTarget,
  pageKey,
  ParvisError,
  QueryController,
  type PageArgs,
  type Session,
} from '@parvis/core';
import type { ReactiveControllerHost } from 'lit';
import { keepReplies } from './comment/reply-pages.js';
import { THREAD, type Commentable } from './comment-thread-operations.js';

const PAGE_SIZE = 20;

export type CommentOrder = 'OLDEST' | 'NEWEST' | 'MOST_LIKED';

interface Thread {
  readonly subjectId: string;
  readonly session: Session;
  /** The comments above the one that the page's address leads to, itself last. */
  readonly linked: readonly string[];
}

/** Reads the comments of a page or post, and adds to them. */
export class ThreadController {
  readonly client: ClientController;
  readonly query: QueryController<readonly unknown[], Thread>;
  readonly #comments: ConnectionController;
  readonly #subject: () => string | undefined;
  readonly #order: () => CommentOrder;
  /** The link that the reader has followed: another order does not lead there again. */
  #followed: string | undefined;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    subject: () => string | undefined,
    order: () => CommentOrder,
  ) {
    this.#subject = subject;
    this.#order = order;
    this.client = new ClientController(host);
    this.query = new QueryController(host, {
      args: () => [this.client.current, this.key],
      load: (_args, signal) => this.#load(signal),
    });
    this.#comments = new ConnectionController(host, {
      client: this.client,
      name: () => this.query.value && `comments:${this.query.value.subjectId}`,
      pageSize: () => PAGE_SIZE,
      load: async (page) => (await this.#read(page)).comments,
      insertAt: () => (order() === 'NEWEST' ? 'start' : 'end'),
    });
    new FollowController(
      host,
      this.client,
      () => this.query.value?.subjectId,
      async () =>
        (await import('./reread-thread.js')).rereadThread(this.client.current.cache, this.#comments, (page, from) =>
          this.#read(page, from).then(({ comments }) => comments),
        ),
      this.query,
    );
  }

  /** The thread, once it is known. */
  get value(): Thread | undefined {
    return this.query.value;
  }

  get error(): ParvisError | undefined {
    return this.query.error;
  }

  /** The page or post, as it is now. */
  get commentable(): Commentable | undefined {
    return this.client.get<Commentable>(this.query.value?.subjectId);
  }

  get list(): ConnectionController {
    return this.#comments;
  }

  reload(): void {
    this.query.reload();
  }

  readonly followLink = () => {
    this.#followed = undefined;
    if (linkedTarget().comment) this.reload();
  };

  /** What the thread is about, as its tag names it. */
  get key(): string {
    return pageKey(this.#subject());
  }

  async #load(signal: AbortSignal): Promise<Thread> {
    const link = linkedTarget().comment;
    const startingAt = link === this.#followed ? undefined : link;
    // Asked in one breath, they travel as one request.
    const [subject, session, linked] = await Promise.all([
      this.#read({ first: PAGE_SIZE }, startingAt),
      this.client.current.session(),
      startingAt ? import('./linked-path.js').then((link) => link.linkedPath(this.client.current, startingAt)) : [],
    ]);
    if (!signal.aborted) {
      this.#comments.reset(subject.comments);
      this.#followed = link;
    }
    return { subjectId: subject.id, session, linked };
  }

  async #read(page: PageArgs, startingAt?: string) {
    const { current } = this.client;
    const key = this.key;
    const variables = { key, order: this.#order(), startingAt, ...page };
    const [subject] = (await current.query(THREAD, variables)).subjects;
    if (!subject) throw new ParvisError('NOT_FOUND');
    keepReplies(current.cache, subject.comments);
    return subject;
  }
}
