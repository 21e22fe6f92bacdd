// Loaded once the list is there.
import { FollowController } from '@parvis/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { GroupListController } from './group-list-controller.js';

/** Follows what changes a list of groups: each group that it shows, and which groups the viewer is in or is asked to come into. */
export class FollowedGroups implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #list: GroupListController;
  readonly #follows = new Map<string, FollowController>();
  #isReading = false;
  #isDue = false;

  constructor(host: ReactiveControllerHost, list: GroupListController) {
    this.#host = host;
    this.#list = list;
    host.addController(this);
    this.hostUpdated();
  }

  hostUpdated(): void {
    const shown = new Set(this.#shown());
    for (const topic of shown) {
      if (this.#follows.has(topic)) continue;
      const follow = new FollowController(
        this.#host,
        this.#list.client,
        () => topic,
        () => this.#reread(),
      );
      this.#follows.set(topic, follow);
    }
    for (const [topic, follow] of this.#follows) {
      if (shown.has(topic)) continue;
      this.#follows.delete(topic);
      this.#host.removeController(follow);
      follow.hostDisconnected();
    }
  }

  #shown(): readonly string[] {
    const { answer, groups } = this.#list;
    if (!answer?.session.viewer) return [];
    return [answer.session.viewer.person.id, ...answer.invitations, ...groups.ids];
  }

  /** What happens while it is read is read thereafter: several topics may tell of one change. */
  async #reread(): Promise<void> {
    this.#isDue = true;
    if (this.#isReading) return;
    this.#isReading = true;
    try {
      while (this.#isDue) {
        this.#isDue = false;
        await this.#list.reread();
      }
    } finally {
      this.#isReading = false;
    }
  }
}
