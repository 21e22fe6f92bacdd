import {
  ClientController,
  FollowController,
  pageKey,
  ParvisError,
  QueryController,
  type ParvisClient,
  type Session,
} from '@parvis/core';
import type { ReactiveControllerHost } from 'lit';
import { FOLLOWED_GROUP, FOLLOWED_PERSON, FOLLOWED_SUBJECTS, type Followed } from './follow-operations.js';

/** What a tag names: a person or a group by its short name, or else a page or a post. */
export interface Named {
  readonly subject?: string | undefined;
  readonly person?: string | undefined;
  readonly group?: string | undefined;
}

interface Answer {
  readonly id: string;
  readonly session: Session;
}

/** Reads what the viewer hears of one thing. */
export class FollowedController {
  readonly client: ClientController;
  readonly query: QueryController<readonly unknown[], Answer>;
  readonly #named: () => Named;

  constructor(host: ReactiveControllerHost & HTMLElement, named: () => Named) {
    this.#named = named;
    this.client = new ClientController(host);
    this.query = new QueryController(host, {
      args: () => [this.client.current, this.key, named().person, named().group],
      load: async () => {
        const { current } = this.client;
        // Asked in one breath, they travel as one request.
        const [{ id }, session] = await Promise.all([this.#ask(current), current.session()]);
        return { id, session };
      },
    });
    // How much one hears of things is told to oneself alone, whatever these are.
    new FollowController(
      host,
      this.client,
      () => this.query.value?.session.viewer?.person.id,
      () => this.#ask(this.client.current),
      this.query,
    );
  }

  get followed(): Followed | undefined {
    return this.client.get<Followed>(this.query.value?.id);
  }

  /** Who looks at it; undefined until the server has answered. */
  get session(): Session | undefined {
    return this.query.value?.session;
  }

  /** The key of the page, where it is one. */
  get key(): string {
    return pageKey(this.#named().subject);
  }

  async #ask(client: ParvisClient): Promise<Followed> {
    const { person, group } = this.#named();
    if (person) return there((await client.query(FOLLOWED_PERSON, { handle: person })).person);
    if (group) return there((await client.query(FOLLOWED_GROUP, { handle: group })).group);
    return client.load(FOLLOWED_SUBJECTS, this.key);
  }
}

function there(followed: Followed | null): Followed {
  if (!followed) throw new ParvisError('NOT_FOUND');
  return followed;
}
