import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ClientController } from '../client/client-controller.js';

/**
 * Keeps what its host shows up to date with what others do, for as long as it is on the page. Here it only says so: the
 * code of events looks after `all` of them, once it is there.
 */
export class FollowController implements ReactiveController {
  /** Those of all hosts on the page. */
  static readonly all = new Set<FollowController>();
  /** Called when one of them is on the page, was rendered, or has gone. */
  static onChange = (_changed: FollowController): void => {};

  /**
   * @param topic - what is shown, once it is: the id of a page, post, comment or wall
   * @param reread - reads it again, without disturbing those who read
   */
  constructor(
    readonly host: ReactiveControllerHost,
    readonly client: ClientController,
    readonly topic: () => string | undefined,
    readonly reread: () => unknown,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    FollowController.all.add(this);
    this.hostUpdated();
  }

  hostUpdated(): void {
    FollowController.onChange(this);
  }

  hostDisconnected(): void {
    FollowController.all.delete(this);
    this.hostUpdated();
  }
}
