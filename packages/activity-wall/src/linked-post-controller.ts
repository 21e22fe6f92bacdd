import { QueryController, type ClientController } from '@parvis/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { LINKED_POST } from './wall-operations.js';

interface LinkedPost {
  readonly postId: string;
  readonly wallId: string;
}

/** Follows `#post-…` in the address to a post, and `#comment-…` to the post whose discussion holds the comment. */
export class LinkedPostController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #query: QueryController<readonly unknown[], LinkedPost | null>;
  #link: { hash: string; kind: string; id: string } | undefined;

  constructor(host: ReactiveControllerHost, client: ClientController) {
    this.#host = host;
    host.addController(this);
    this.#query = new QueryController(host, {
      args: () => this.#link && [client.current, this.#link.hash],
      load: () => this.#load(client),
    });
  }

  /** The address's own words for what it leads to. */
  get hash(): string | undefined {
    return this.#link?.hash;
  }

  /** Whether it leads into the discussion of the post. */
  get isComment(): boolean {
    return this.#link?.kind === 'comment';
  }

  /** Whether it leads to a post that is nowhere. */
  get isGone(): boolean {
    return this.#link?.kind === 'post' && this.#query.value === null;
  }

  /** The post, if it stands on this wall. */
  postOn(wallId: string): string | undefined {
    const { value } = this.#query;
    return this.#link && value?.wallId === wallId ? value.postId : undefined;
  }

  hostConnected(): void {
    this.#read();
    addEventListener('hashchange', this.#onHashChange);
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#onHashChange);
  }

  #read(): void {
    const [hash, kind, id] = /^#(post|comment)-([\w-]+)$/.exec(location.hash) ?? [];
    this.#link = hash ? { hash, kind: kind!, id: id! } : undefined;
  }

  async #load(client: ClientController): Promise<LinkedPost | null> {
    const { node } = await client.current.query(LINKED_POST, { id: this.#link!.id });
    const post = node && 'subject' in node ? node.subject : node;
    return post && 'wall' in post && !post.deletedAt ? { postId: post.id, wallId: post.wall.id } : null;
  }

  readonly #onHashChange = () => {
    this.#read();
    this.#host.requestUpdate();
  };
}
