import { linkedTarget, QueryController, type ClientController } from '@parvis/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { LINKED_POST } from './wall-operations.js';

interface LinkedPost {
  readonly postId: string;
  readonly wallId: string;
}

/** Follows `#post-…` in the address to a post, and `#comment-…` to the post whose discussion holds the comment. */
export class LinkedPostController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #query: QueryController<readonly unknown[], LinkedPost | null>;
  #link = linkedTarget();

  constructor(host: ReactiveControllerHost & Element, client: ClientController) {
    this.#host = host;
    host.addController(this);
    this.#query = new QueryController(host, {
      args: () => (this.id ? [client.current, this.id] : undefined),
      load: () => this.#load(client),
    });
  }

  /** The id of what the address leads to. */
  get id(): string | undefined {
    return this.#link.post ?? this.#link.comment;
  }

  /** Whether it leads into the discussion of the post. */
  get isComment(): boolean {
    return !!this.#link.comment;
  }

  /** Whether it leads to a post that is nowhere. */
  get isGone(): boolean {
    return !!this.#link.post && this.#query.value === null;
  }

  /** The post, if it stands on this wall. */
  postOn(wallId: string): string | undefined {
    const { value } = this.#query;
    return this.id && value?.wallId === wallId ? value.postId : undefined;
  }

  hostConnected(): void {
    this.#read();
    addEventListener('hashchange', this.#onHashChange);
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#onHashChange);
  }

  #read(): void {
    this.#link = linkedTarget();
  }

  async #load(client: ClientController): Promise<LinkedPost | null> {
    const { node } = await client.current.query(LINKED_POST, { id: this.id! });
    const post = node && 'subject' in node ? node.subject : node;
    return post && 'wall' in post && !post.deletedAt ? { postId: post.id, wallId: post.wall.id } : null;
  }

  readonly #onHashChange = () => {
    this.#read();
    this.#host.requestUpdate();
  };
}
