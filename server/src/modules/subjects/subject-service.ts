import {
  type Audience,
  type Audienced,
  type AudienceSource,
  inWords,
  type ReadersInWords,
  restrictions,
} from '../../platform/audience.ts';
import { assertReadable, type Readable, readable } from '../../platform/readable.ts';
import type { Viewer } from '../../platform/viewer.ts';
import type { AuditLog } from '../../audit/audit-log.ts';
import type { DatabaseConnection, Executor } from '../../database/connect.ts';
import type { Clock } from '../../platform/clock.ts';
import type { EventType } from '../../events/event.ts';
import type { Outbox } from '../../events/outbox.ts';
import { fromGlobalId, type GlobalId, newId, type RowId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { PageRequest } from '../../platform/connection.ts';
import type { Logger } from '../../platform/log.ts';
import type { Authored, FormerVersion } from './authored.ts';
import { denialOfRestoring, denialOfUpdating } from './authored-policy.ts';
import { FormerKeys } from './former-keys.ts';
import type { Page, PageDetails } from './page.ts';
import { PageAliases } from './page-aliases.ts';
import type { PageFollower } from './page-follower.ts';
import { type NamedPage, PageFinder } from './page-finder.ts';
import { isHashed, type KeyRule } from './page-key.ts';
import { PageMoves } from './page-moves.ts';
import * as pageStore from './page-store.ts';
import { plainTitle } from './page-title.ts';
import { PageTitles } from './page-titles.ts';
import { globalIdOf, isStored, type StoredSubject, type Subject, type SubjectKind } from './subject.ts';
import { PageReaders } from './readers/page-readers.ts';
import { PageRuling } from './readers/page-ruling.ts';
import { assertNone, denialOfReading, denialOfRetitling } from './subject-policy.ts';
import { SubjectPlaces } from './subject-places.ts';
import type { SubjectSource } from './subject-source.ts';
import { findKind, moveDeletions } from './subject-store.ts';
import * as versionStore from './version-store.ts';

const maxKeys = 100;

/** The details of a page that a widget sends with a write, and the writer. */
export interface PageWrite {
  readonly details?: PageDetails | null | undefined;
  readonly viewer: Viewer & { readonly id: RowId };
}

/** Everything that people can react to and comment on: pages, and the subjects of other modules through their sources. */
export class SubjectService {
  readonly #database: DatabaseConnection;
  readonly #clock: Clock;
  readonly #outbox: Outbox;
  readonly #sources: ReadonlyMap<string, SubjectSource>;
  readonly #finder: PageFinder;
  readonly #titles: PageTitles;
  readonly #audienceSources: readonly AudienceSource[];
  readonly #aliases: PageAliases;
  /** Who reads pages, for administrators, passes and the command line. */
  readonly readers: PageReaders;
  readonly ruling: PageRuling;
  /** How pages move, for the command line and for the start of a new version. */
  readonly moves: PageMoves;
  /** Where subjects stand. */
  readonly places: SubjectPlaces;
  /** How long authors may edit what they wrote, in milliseconds. */
  readonly editWindow: number;

  constructor(parts: {
    database: DatabaseConnection;
    clock: Clock;
    outbox: Outbox;
    audit: AuditLog;
    log: Logger;
    /** How keys are read here. */
    rule: KeyRule;
    /** Who reads pages without a rule. */
    others: Audience;
    /** In seconds. */
    editWindow: number;
    /** The modules whose rows are subjects, by kind. */
    sources: ReadonlyMap<string, SubjectSource>;
    audienceSources: readonly AudienceSource[];
    /** The modules that keep rows by page. */
    followers: readonly PageFollower[];
  }) {
    const { database, clock, outbox, audit, log, rule } = parts;
    this.#database = database;
    this.#clock = clock;
    this.#outbox = outbox;
    this.#sources = parts.sources;
    this.#audienceSources = parts.audienceSources;
    this.editWindow = parts.editWindow * 1000;
    this.readers = new PageReaders(parts);
    this.ruling = new PageRuling(database, this.readers, (trx, key) => this.storedPage(trx, key));
    this.#finder = new PageFinder(rule, new FormerKeys(clock, log), this.readers);
    this.places = new SubjectPlaces(database, parts.sources, (key, executor) => this.page(key, executor));
    this.#titles = new PageTitles(log, audit);
    this.#aliases = new PageAliases({ ...parts, readers: this.readers });
    this.moves = new PageMoves({ database, clock, audit, aliases: this.#aliases, finder: this.#finder, rule });
  }

  /** Who else reads what the viewer reads. */
  readersOf(thing: Readable<Audienced>): Promise<ReadersInWords> {
    return inWords(thing, this.#audienceSources);
  }

  /**
   * A page for each key, or why it is refused: FORBIDDEN for one that the viewer may not read, whether anything is there or
   * not. Makes no rows.
   *
   * @throws {Refusal} UNAUTHENTICATED, or INVALID for more than 100 keys.
   */
  async pages(viewer: Viewer, keys: readonly string[]): Promise<(Readable<Page> | Refusal)[]> {
    assertNone(denialOfReading(viewer));
    if (keys.length > maxKeys) throw new Refusal('INVALID', `Ask for ${maxKeys} pages at once at most.`, ['keys']);
    const pages = await this.#finder.find(this.#database.db, keys, { by: viewer.id });
    return Promise.all(pages.map(async (page) => (page instanceof Refusal ? page : shown(viewer, page))));
  }

  /**
   * The page of a key, for modules that have something at each page. Asks no policy: it may not be readable.
   *
   * @throws {Refusal} INVALID for a key that is not taken.
   */
  async page(key: string, executor: Executor = this.#database.db): Promise<Page> {
    const [page] = await this.#finder.find(executor, [key]);
    if (page instanceof Refusal) throw page;
    return page!;
  }

  /**
   * Pages by what a host page's server calls them, with all names that they have, or why one is none. Asks no policy.
   */
  async namedPages(texts: readonly string[]): Promise<(NamedPage | Refusal)[]> {
    return this.#finder.named(this.#database.db, texts);
  }

  /** The page of `Page:<key>`; null for a key that is not taken. */
  async visiblePage(viewer: Viewer, key: string): Promise<Readable<Page> | null> {
    const [page] = await this.pages(viewer, [key]);
    return page instanceof Refusal ? null : page!;
  }

  /** Subjects of one kind by row id, deleted ones and those that may not be read too: asks no policy. */
  async byRowIds(
    kind: SubjectKind,
    rowIds: readonly RowId[],
    executor: Executor = this.#database.db,
  ): Promise<Map<RowId, StoredSubject>> {
    const subjects = await this.#sources.get(kind)!.subjectsByRowId(executor, rowIds);
    return new Map(subjects.map((subject) => [subject.rowId, subject]));
  }

  /** A subject of whatever kind by its row; null for what is not there, or not for the viewer. */
  async byRowId(viewer: Viewer, rowId: RowId): Promise<Readable<StoredSubject> | null> {
    const kind = await findKind(this.#database.db, rowId);
    const subject = kind && (await this.byRowIds(kind, [rowId])).get(rowId);
    return readable(viewer, subject || null);
  }

  canUpdate(viewer: Viewer, authored: Authored): boolean {
    return denialOfUpdating(viewer, authored, this.#clock.now(), this.editWindow) === null;
  }

  canRestore(viewer: Viewer, authored: Authored): boolean {
    return denialOfRestoring(viewer, authored, this.#clock.now()) === null;
  }

  /** A page of the former versions of each of several texts, latest first. Asks no policy: see `canSeeVersions`. */
  async versions(rowIds: readonly RowId[], page: PageRequest): Promise<Map<RowId, FormerVersion[]>> {
    return versionStore.findVersions(this.#database.db, rowIds, page);
  }

  async countVersions(rowIds: readonly RowId[]): Promise<Map<RowId, number>> {
    return versionStore.countVersions(this.#database.db, rowIds);
  }

  /**
   * A subject by its global id, as it is now.
   *
   * @param details - Of a page, by which more may be known of it than by its key.
   * @throws {Refusal} NOT_FOUND, also for one that the viewer may not read; INVALID for an id of anything else.
   */
  async find(
    executor: Executor,
    viewer: Viewer,
    globalId: GlobalId,
    details?: PageDetails | null,
  ): Promise<Readable<Subject>> {
    const { type, id } = fromGlobalId(globalId);
    if (type === 'Page') {
      const key = isHashed(id) && details?.url ? this.#finder.wholeAddress(id, details.url) : id;
      return assertReadable(viewer, await this.page(key, executor));
    }
    const source = this.#sources.get(type);
    if (!source) throw new Refusal('INVALID', `A ${type} cannot be reacted to or commented on.`, ['subjectId']);
    const [subject] = await source.subjectsByRowId(executor, [id]);
    return assertReadable(viewer, subject);
  }

  /**
   * The same for a write: locks the subject against other writers until the transaction ends, and inserts the row of a page
   * that has none.
   *
   * @throws {Refusal} NOT_FOUND, or INVALID for a foreign id.
   */
  async lock(trx: Executor, globalId: GlobalId, write: PageWrite): Promise<Readable<StoredSubject>> {
    const { type, id } = fromGlobalId(globalId);
    const found = await this.find(trx, write.viewer, globalId, write.details);
    const rowId = type === 'Page' ? (await this.storedPage(trx, id, write)).rowId : found.rowId!;
    await this.#sources.get(type)?.lock(trx, rowId);
    const subject = (await this.find(trx, write.viewer, globalId)) as Readable<StoredSubject>;
    // A page may have moved to the row of another one while this waited for its own.
    return subject.rowId === rowId ? subject : this.lock(trx, globalId, write);
  }

  /** The page of a key, whose row is inserted if there is none. Details of another page are ignored. */
  async storedPage(trx: Executor, key: string, write?: PageWrite): Promise<Page & StoredSubject> {
    const page = await this.page(key, trx);
    const { title, url } = write?.details ?? {};
    const meant = url ? await this.#finder.means(trx, url, page) : null;
    if (isStored(page)) {
      if (meant && write) await this.#titles.take(trx, page, title, write.viewer.id);
      return page;
    }
    const address = isHashed(page.key) ? (meant?.address ?? null) : null;
    const first = { id: newId(), key: page.key, title: meant ? plainTitle(title) : null, address };
    await pageStore.insertPage(trx, first, await this.readers.ofNewPage(trx, first.id, first), this.#clock.now());
    return (await this.page(page.key, trx)) as Page & StoredSubject;
  }

  /**
   * Sets the title of a page for good; none lets the page itself say it again. `viewer` is null for the command line.
   *
   * @throws {Refusal} UNAUTHENTICATED or FORBIDDEN, or INVALID for what is no page.
   */
  async setTitle(viewer: Viewer | null, key: string, title: string | null): Promise<Page> {
    if (viewer) assertNone(denialOfRetitling(viewer));
    return this.#database.transaction(async (trx) => {
      const page = await this.storedPage(trx, key);
      await this.#titles.set(trx, page, title, viewer?.id ?? null);
      return this.page(page.key, trx);
    });
  }

  /** Publishes an event to the readers of a subject and of the subjects above it. */
  async publish(trx: Executor, type: EventType, subject: StoredSubject, viewer: { readonly id: RowId }): Promise<void> {
    const topics = await this.topics(trx, subject);
    const audiences = restrictions(subject);
    await this.#outbox.record(trx, { type, topics, subject: globalIdOf(subject), people: [viewer.id], audiences });
  }

  /** The topics of events about a subject: its own, and those of the subjects above it. */
  async topics(executor: Executor, subject: StoredSubject): Promise<GlobalId[]> {
    const above = await this.#sources.get(subject.kind)!.topics?.(executor, subject);
    return [globalIdOf(subject), ...(above ?? [])];
  }

  /** The same by row id; empty if there is no such row. */
  async topicsOf(executor: Executor, kind: SubjectKind, rowId: RowId): Promise<GlobalId[]> {
    const [subject] = await this.#sources.get(kind)!.subjectsByRowId(executor, [rowId]);
    return subject ? this.topics(executor, subject) : [];
  }

  /**
   * Lets the discussion of one page go on under another key, for the command line. Answers the key that both lead to.
   *
   * @throws {Refusal} INVALID for a new key that is not taken, or two of the same page.
   */
  async alias(former: string, current: string): Promise<string> {
    return this.moves.move(await this.moves.plan(former, current));
  }

  /** Records the deletions and page titles of one person as those of another, into whom they are merged. */
  async personMerged(trx: Executor, { fromId, intoId }: { fromId: RowId; intoId: RowId }) {
    await pageStore.moveTitles(trx, fromId, intoId);
    return { deletions: await moveDeletions(trx, fromId, intoId) };
  }
}

async function shown(viewer: Viewer, page: Page): Promise<Readable<Page> | Refusal> {
  return (await readable(viewer, page)) ?? new Refusal('FORBIDDEN', 'You may not see this page.');
}
