import type { DatabaseConnection, Executor } from '../../database/connect.ts';
import type { Idempotency } from '../../database/idempotency.ts';
import { type Connection, type ConnectionArgs, pageRequest, toConnection } from '../../platform/connection.ts';
import { type RowId, toGlobalId } from '../../platform/ids.ts';
import { audiencesOf } from '../../platform/readable.ts';
import { Refusal } from '../../platform/refusal.ts';
import { isSignedIn, type SignedInViewer, type Viewer } from '../../platform/viewer.ts';
import type { NoticeDeclaration, NoticeKind } from '../../events/notices.ts';
import type { FigureService } from './figures/figure-service.ts';
import type { Inbox, Notification, NotifiedActs } from './notification.ts';
import { mergeNotices, moveNotices } from './notice-moves.ts';
import type { Mailing } from './mailing/create-mailing.ts';
import type { Notifier } from './notifier.ts';
import type { MuteService } from './preferences/mute-service.ts';
import type { NotificationSettings, PreferenceService } from './preferences/preference-service.ts';
import type { ScheduleService } from './preferences/schedule-service.ts';
import type { Readers } from './readers.ts';
import * as store from './inbox-store.ts';

export interface NotificationListArgs extends ConnectionArgs {
  kinds?: readonly NoticeKind[] | null;
  unread?: boolean | null;
}

/** What becomes of notifications. */
export type Marking =
  | { as: 'seen'; until: number }
  | { as: 'read'; ids: readonly RowId[] | null }
  | { as: 'unread'; ids: readonly RowId[] }
  | { as: 'shown'; subjectIds: readonly RowId[] };

const mostMarked = 100;

/** The inboxes of people: what they are told of. */
export class NotificationService {
  readonly notifier: Notifier;
  readonly mailing: Mailing;
  readonly preferences: PreferenceService;
  readonly mutes: MuteService;
  readonly schedules: ScheduleService;
  readonly figures: FigureService;
  readonly kinds: ReadonlyMap<NoticeKind, NoticeDeclaration>;
  readonly #database: DatabaseConnection;
  readonly #idempotency: Idempotency;
  readonly #readers: Readers;
  readonly #sendsMail: boolean;

  constructor(parts: {
    database: DatabaseConnection;
    idempotency: Idempotency;
    notifier: Notifier;
    mailing: Mailing;
    preferences: PreferenceService;
    mutes: MuteService;
    schedules: ScheduleService;
    figures: FigureService;
    readers: Readers;
    sendsMail: boolean;
    kinds: ReadonlyMap<NoticeKind, NoticeDeclaration>;
  }) {
    this.notifier = parts.notifier;
    this.mailing = parts.mailing;
    this.preferences = parts.preferences;
    this.mutes = parts.mutes;
    this.schedules = parts.schedules;
    this.figures = parts.figures;
    this.kinds = parts.kinds;
    this.#database = parts.database;
    this.#idempotency = parts.idempotency;
    this.#readers = parts.readers;
    this.#sendsMail = parts.sendsMail;
  }

  /** How the viewer wants to be told. @throws {Refusal} UNAUTHENTICATED. */
  async settings(viewer: Viewer): Promise<NotificationSettings> {
    if (!isSignedIn(viewer)) throw new Refusal('UNAUTHENTICATED', 'Sign in first.');
    const preferences = await this.preferences.own(viewer);
    return { personId: viewer.id, preferences, mailAvailable: this.#sendsMail };
  }

  /** What a person is told, the last first: nothing for anybody else. */
  async list(
    viewer: Viewer,
    personId: RowId,
    { kinds = null, unread, ...args }: NotificationListArgs,
  ): Promise<Connection<Notification>> {
    const page = pageRequest(args, ['number', 'string']);
    if (viewer.id !== personId || kinds?.length === 0) return toConnection<Notification>([], page, store.latestKey, 0);
    const request = { kinds, unread: unread ?? false, audiences: await audiencesOf(viewer) };
    const { db } = this.#database;
    const found = await store.findPage(db, personId, { ...request, page });
    return toConnection(found, page, store.latestKey, () => store.countIn(db, personId, request));
  }

  /** Those of the viewer's own that are there, and that they may read. */
  async byIds(viewer: Viewer, ids: readonly RowId[]): Promise<Map<RowId, Notification>> {
    if (!isSignedIn(viewer)) return new Map();
    const found = await store.findByIds(this.#database.db, viewer.id, ids, await audiencesOf(viewer));
    return new Map(found.map((notification) => [notification.id, notification]));
  }

  /** Who did what notifications tell of. */
  async acts(viewer: SignedInViewer, notifications: readonly Notification[]): Promise<Map<RowId, NotifiedActs>> {
    return store.findActs(this.#database.db, viewer.id, notifications);
  }

  /** How many notifications people have not seen, as far as they may read them now. Asks no policy: each is told their own. */
  async unseen(personIds: readonly RowId[]): Promise<Map<RowId, number>> {
    const { db } = this.#database;
    const counts = new Map<RowId, number>();
    const byReaders = Map.groupBy(
      await store.findUnseen(db, personIds),
      ({ audience, ownAudience }) => `${audience} ${ownAudience ?? ''}`,
    );
    for (const unseen of byReaders.values()) {
      const ids = unseen.map(({ personId }) => personId);
      const readers = await this.#readers.among(db, ids, unseen[0]!);
      for (const { personId, count } of unseen)
        if (readers.has(personId)) counts.set(personId, (counts.get(personId) ?? 0) + count);
    }
    return counts;
  }

  /** Marks the viewer's own. @throws {Refusal} UNAUTHENTICATED, or INVALID for more than 100. */
  async mark(viewer: Viewer, marking: Marking, key: string): Promise<Inbox> {
    if (!isSignedIn(viewer)) throw new Refusal('UNAUTHENTICATED', 'Sign in first.');
    const named = 'ids' in marking ? (marking.ids ?? []) : 'subjectIds' in marking ? marking.subjectIds : [];
    if (named.length > mostMarked) throw new Refusal('INVALID', `Name ${mostMarked} at once at most.`, ['ids']);
    const write = { key, operation: 'markNotifications', input: marking };
    await this.#idempotency.run(viewer, write, async (trx, { id }) => {
      if (await marked(trx, id, marking)) await this.notifier.publish(trx, [toGlobalId('Person', id)]);
      return '';
    });
    return { personId: viewer.id };
  }

  async pageMoved(
    trx: Executor,
    { from, to }: { from: { rowId: RowId | null }; to: { rowId: RowId | null } },
  ): Promise<void> {
    if (!from.rowId || !to.rowId) return;
    await moveNotices(trx, from.rowId, to.rowId);
    await this.preferences.pageMoved(trx, from.rowId, to.rowId);
  }

  async personMerged(trx: Executor, { fromId, intoId }: { fromId: RowId; intoId: RowId }) {
    await this.schedules.personMerged(trx, fromId, intoId);
    return {
      notifications: await mergeNotices(trx, fromId, intoId),
      'notification preferences': await this.preferences.personMerged(trx, fromId, intoId),
    };
  }
}

function marked(trx: Executor, personId: RowId, marking: Marking): Promise<boolean> {
  switch (marking.as) {
    case 'seen':
      return store.markSeen(trx, personId, marking.until);
    case 'read':
      return store.markRead(trx, personId, marking.ids);
    case 'unread':
      return store.markUnread(trx, personId, marking.ids);
    case 'shown':
      return store.markReadOf(trx, personId, marking.subjectIds);
  }
}
