import type { Executor } from '../../../database/connect.ts';
import type { Idempotency } from '../../../database/idempotency.ts';
import type { NoticeKind } from '../../../events/notices.ts';
import type { Clock } from '../../../platform/clock.ts';
import { type GlobalId, type RowId, toGlobalId } from '../../../platform/ids.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { isSignedIn, type SignedInViewer, type Viewer } from '../../../platform/viewer.ts';
import type { Follow, FollowService, FollowSource } from '../../follows/index.ts';
import type { PageDetails, SubjectPlaces } from '../../subjects/index.ts';
import * as inbox from '../inbox-mute-store.ts';
import { markRead } from '../inbox-store.ts';
import type { Notifier } from '../notifier.ts';
import * as store from './preference-store.ts';

/** What the viewer mutes: something that can be followed, or a kind of notices. */
export interface MuteDraft {
  readonly sourceId: GlobalId | null;
  readonly kind: NoticeKind | null;
  /** Title and key of the host page. */
  readonly page?: PageDetails | null | undefined;
}

export const mostMuted = 100;

/** What people want to hear nothing of. What is muted is followed at the level NONE; a kind is a preference. */
export class MuteService {
  readonly #clock: Clock;
  readonly #idempotency: Idempotency;
  readonly #follows: FollowService;
  readonly #places: Pick<SubjectPlaces, 'of'>;
  readonly #notifier: Notifier;

  constructor(parts: {
    clock: Clock;
    idempotency: Idempotency;
    follows: FollowService;
    places: Pick<SubjectPlaces, 'of'>;
    notifier: Notifier;
  }) {
    this.#clock = parts.clock;
    this.#idempotency = parts.idempotency;
    this.#follows = parts.follows;
    this.#places = parts.places;
    this.#notifier = parts.notifier;
  }

  /** What the viewer mutes and may still read, the last first. */
  async muted(viewer: Viewer): Promise<readonly Follow[]> {
    const { edges } = await this.#follows.chosen(viewer, { first: mostMuted }, { isMuted: true });
    return edges.map(({ node }) => node);
  }

  /**
   * Lets nothing come to the viewer of something, and marks what has come of it as read.
   *
   * @param until - Null for ever.
   * @throws {Refusal} UNAUTHENTICATED; NOT_FOUND, also for what the viewer may not read; FORBIDDEN for a group of which they know
   * no more than its name; INVALID for what cannot be muted, and for what is past.
   */
  async mute(viewer: Viewer, draft: MuteDraft, until: number | null, key: string): Promise<void> {
    if (until !== null && until <= this.#clock.now()) throw new Refusal('INVALID', 'That is past.', ['until']);
    const write = { key, operation: 'muteNotifications', input: { ...draft, until } };
    await this.#write(viewer, draft, write, async (trx, { id }, locked) => {
      const everywhere = { personId: id, place: null, kind: draft.kind };
      if (locked) await this.#follows.mute(trx, id, locked, until);
      else if (until === null) await store.putDelivery(trx, everywhere, 'NEVER');
      else await store.putMute(trx, everywhere, until);
      const isChanged = locked?.source
        ? await this.#markRead(trx, id, locked.source)
        : await inbox.markReadOfKind(trx, id, draft.kind!);
      if (isChanged) await this.#notifier.publish(trx, [toGlobalId('Person', id)]);
    });
  }

  /** Lets it come again, as before it was muted. @throws {Refusal} as `mute`. */
  async unmute(viewer: Viewer, draft: MuteDraft, key: string): Promise<void> {
    const write = { key, operation: 'unmuteNotifications', input: draft };
    await this.#write(viewer, draft, write, async (trx, { id }, locked) => {
      if (locked) await this.#follows.unmute(trx, id, locked);
      else await store.endMute(trx, { personId: id, place: null, kind: draft.kind });
    });
  }

  async #write(
    viewer: Viewer,
    { sourceId, kind, page }: MuteDraft,
    write: { key: string; operation: string; input: unknown },
    change: (
      trx: Executor,
      viewer: SignedInViewer,
      locked: Awaited<ReturnType<FollowService['sources']['lock']>> | null,
    ) => Promise<void>,
  ): Promise<void> {
    if (!isSignedIn(viewer)) throw new Refusal('UNAUTHENTICATED', 'Sign in first.');
    if ((sourceId === null) === (kind === null))
      throw new Refusal('INVALID', 'Name what is muted, or a kind.', ['sourceId']);
    const { sources } = this.#follows;
    const found = sourceId === null ? null : await sources.find(viewer, sourceId);
    const isToKeep = write.operation === 'muteNotifications';
    await this.#idempotency.run(viewer, write, async (trx, viewer) => {
      const about = { sourceId: sourceId!, isToKeep, page };
      await change(trx, viewer, found && (await sources.lock(trx, viewer, found, about)));
      return '';
    });
  }

  async #markRead(trx: Executor, personId: RowId, { type, id }: FollowSource): Promise<boolean> {
    if (type === 'Person') return inbox.markReadOfActor(trx, personId, id);
    const unread = await inbox.findUnreadAtRoots(trx, personId);
    const places = await this.#places.of(
      unread.map(({ root }) => root),
      trx,
    );
    // What is posted on a wall is told together: it is about the wall, whichever post comes last.
    const muted = unread.filter(
      ({ root, thingType }) =>
        (root.rowId === id && thingType !== 'Wall') || places.get(root.rowId)?.followed?.id === id,
    );
    const ids = muted.map(({ noticeId }) => noticeId);
    const isRead = await markRead(trx, personId, ids);
    return type === 'Group' ? (await inbox.markReadOfGroup(trx, personId, id)) || isRead : isRead;
  }
}
