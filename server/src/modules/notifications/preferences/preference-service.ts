import type { DatabaseConnection, Executor } from '../../../database/connect.ts';
import type { Idempotency } from '../../../database/idempotency.ts';
import type { Delivery, NoticeDeclaration, NoticeKind, Thing } from '../../../events/notices.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { GlobalId, RowId } from '../../../platform/ids.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { isSignedIn, type SignedInViewer, type Viewer } from '../../../platform/viewer.ts';
import type { FollowService } from '../../follows/index.ts';
import type { PageDetails } from '../../subjects/index.ts';
import { deliveryOf, type Preference, type PreferencePlace, preferencePlaces } from './preference.ts';
import * as store from './preference-store.ts';

/** What the viewer sets. */
export interface PreferenceDraft {
  readonly placeId: GlobalId | null;
  readonly kind: NoticeKind | null;
  /** Null for as it is elsewhere. */
  readonly delivery: Delivery | null;
  /** Title and key of the host page. */
  readonly page?: PageDetails | null | undefined;
}

/** How one person wants to be told. */
export interface NotificationSettings {
  readonly personId: RowId;
  readonly preferences: readonly Preference[];
  readonly mailAvailable: boolean;
}

export const mostPreferences = 200;

/** How people want to be told of what. */
export class PreferenceService {
  readonly #database: DatabaseConnection;
  readonly #clock: Clock;
  readonly #idempotency: Idempotency;
  readonly #follows: Pick<FollowService, 'sources'>;
  readonly #kinds: ReadonlyMap<NoticeKind, NoticeDeclaration>;

  constructor(parts: {
    database: DatabaseConnection;
    clock: Clock;
    idempotency: Idempotency;
    follows: FollowService;
    kinds: ReadonlyMap<NoticeKind, NoticeDeclaration>;
  }) {
    this.#database = parts.database;
    this.#clock = parts.clock;
    this.#idempotency = parts.idempotency;
    this.#follows = parts.follows;
    this.#kinds = parts.kinds;
  }

  /** The moment by which it is told whether something is muted. */
  get now(): number {
    return this.#clock.now();
  }

  /**
   * How a notice comes to each of some people, as they chose it: NEVER to who muted its kind. What they mute as a place or a
   * person, they follow at the level NONE. Asks no policy.
   *
   * @param about.places - Where it is, from the nearest on: the page or post, the group or page around it.
   */
  async deliveriesOf(
    executor: Executor,
    personIds: readonly RowId[],
    { kind, places }: { kind: NoticeKind; places: readonly Thing[] },
  ): Promise<Map<RowId, Delivery>> {
    const found = await store.findPreferences(executor, personIds, { kind, placeIds: places.map(({ id }) => id) });
    const byPerson = Map.groupBy(found, ({ personId }) => personId);
    const about = { kind, places, now: this.now };
    const byDefault = this.#kinds.get(kind)!.delivery;
    return new Map(personIds.map((id) => [id, deliveryOf(byPerson.get(id) ?? [], about, byDefault)]));
  }

  /** The kinds of which something may come to a person in one of some ways, wherever it is. Asks no policy. */
  async kindsOf(executor: Executor, personId: RowId, wanted: readonly Delivery[]): Promise<NoticeKind[]> {
    const isWanted = ({ delivery }: { delivery: Delivery | null }) => delivery !== null && wanted.includes(delivery);
    const own = (await store.findOwn(executor, personId)).filter(isWanted);
    const kinds = [...this.#kinds].filter(
      ([kind, declaration]) => isWanted(declaration) || own.some((each) => each.kind === null || each.kind === kind),
    );
    return kinds.map(([kind]) => kind);
  }

  /** All that a person chose. Asks no policy: some places they may read no longer. */
  async own({ id }: SignedInViewer): Promise<Preference[]> {
    const found = await store.findOwn(this.#database.db, id);
    // A kind of another version has no name here.
    return found.filter(({ kind }) => kind === null || this.#kinds.has(kind));
  }

  /**
   * Sets how notices come to the viewer: of a kind or all kinds, from a place or all places.
   *
   * @throws {Refusal} UNAUTHENTICATED; INVALID for what is no such place, and for too many of them; NOT_FOUND for what the viewer
   * may not read, FORBIDDEN for a group of which they know no more than its name.
   */
  async set(viewer: Viewer, draft: PreferenceDraft, key: string): Promise<void> {
    if (!isSignedIn(viewer)) throw new Refusal('UNAUTHENTICATED', 'Sign in first.');
    const found = draft.placeId === null ? null : await this.#follows.sources.find(viewer, draft.placeId, 'placeId');
    const write = { key, operation: 'setNotificationPreference', input: draft };
    await this.#idempotency.run(viewer, write, async (trx, viewer) => {
      const { placeId, kind, delivery, page } = draft;
      const about = { sourceId: placeId!, page, isToKeep: delivery !== null };
      const locked = found && (await this.#follows.sources.lock(trx, viewer, found, about));
      // A page of which nothing is known yet: there is nothing to forget.
      if (locked?.source === null) return '';
      const place = locked ? assertPlace(locked.source) : null;
      const chosen = { personId: viewer.id, place, kind };
      if (delivery === null) await store.deletePreference(trx, chosen);
      else await this.#put(trx, chosen, delivery);
      return '';
    });
  }

  /** No mails of some kinds any more, wherever a person chose them: they find what is told on the page. Asks no policy. */
  async stopMails(trx: Executor, personId: RowId, kinds: readonly NoticeKind[]): Promise<void> {
    const own = await store.findOwn(trx, personId);
    const mailed = own.filter(({ place, delivery }) => place !== null && delivery === 'MAIL');
    const places = new Map(mailed.map(({ place }) => [place!.id, place]));
    for (const place of [null, ...places.values()])
      for (const kind of kinds) await store.putDelivery(trx, { personId, place, kind }, 'HERE');
  }

  pageMoved(trx: Executor, fromId: RowId, intoId: RowId): Promise<void> {
    return store.movePlace(trx, fromId, intoId);
  }

  personMerged(trx: Executor, fromId: RowId, intoId: RowId): Promise<number> {
    return store.movePerson(trx, fromId, intoId);
  }

  async #put(trx: Executor, key: store.PreferenceKey, delivery: Delivery): Promise<void> {
    await store.putDelivery(trx, key, delivery);
    if ((await store.findOwn(trx, key.personId)).length > mostPreferences)
      throw new Refusal('INVALID', `You have chosen for ${mostPreferences} places: forget some first.`, ['placeId']);
  }
}

/** @throws {Refusal} INVALID for a person, whom one follows or mutes. */
function assertPlace({ type, id }: Thing): PreferencePlace {
  const place = preferencePlaces.find((each) => each === type);
  if (!place) throw new Refusal('INVALID', 'Choose a page, a post or a group.', ['placeId']);
  return { type: place, id };
}
