import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ClientController } from '../client/client-controller.js';
import type { ParvisError } from '../client/parvis-error.js';
import { type Shown, shown } from '../client/shown.js';

/**
 * Registers that its host wants live updates for as long as it is on the page. The code for events, once loaded, reads
 * `all` of them.
 */
export class FollowController implements ReactiveController, Shown {
  /** The controllers of all hosts on the page. */
  static readonly all = shown as Set<FollowController>;
  /** Called when one of them was connected, rendered or disconnected. */
  static onChange?: (changed: FollowController) => void;

  /**
   * @param topic - the id of the page, post, comment or wall on screen; undefined before it is shown
   * @param reread - reads it again without disturbing the reader; rejects where that cannot be
   * @param query - what the host shows, and why not: where it may not be read any more, it says so
   */
  constructor(
    readonly host: ReactiveControllerHost,
    readonly client: ClientController,
    readonly topic: () => string | undefined,
    readonly reread: () => unknown,
    readonly query?: { value: unknown; error: ParvisError | undefined },
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    FollowController.all.add(this);
    this.hostUpdated();
  }

  hostUpdated(): void {
    FollowController.onChange?.(this);
  }

  hostDisconnected(): void {
    FollowController.all.delete(this);
    this.hostUpdated();
  }
}
