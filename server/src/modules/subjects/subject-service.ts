import type { Viewer } from '../../auth/viewer.ts';
import type { DatabaseConnection, Executor } from '../../database/connect.ts';
import type { Clock } from '../../platform/clock.ts';
import type { EventType } from '../../platform/events/event.ts';
import type { Outbox } from '../../platform/events/outbox.ts';
import { fromGlobalId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import { webAddress } from '../rich-text/index.ts';
import type { PageRequest } from '../../platform/connection.ts';
import type { FormerVersion } from './authored.ts';
import type { Page, PageDetails } from './page.ts';
import { PageAliases, type PageFollower } from './page-aliases.ts';
import { pageKey } from './page-key.ts';
import * as pageStore from './page-store.ts';
import { globalIdOf, isStored, type StoredSubject, type Subject, type SubjectKind } from './subject.ts';
import { assertNone, obstacleToReading } from './subject-policy.ts';
import type { SubjectSource } from './subject-source.ts';
import { holdSubject, moveDeletions } from './subject-store.ts';
import * as versionStore from './version-store.ts';

const maxKeys = 100;
const maxTitleLength = 300;

/** Everything people can react to and comment on: pages itself, posts and comments through the modules that have them. */
export class SubjectService {
  readonly #database: DatabaseConnection;
  readonly #clock: Clock;
  readonly #origins: readonly string[];
  readonly #outbox: Outbox;
  readonly #sources = new Map<string, SubjectSource>();
  readonly #aliases: PageAliases;

  /** @param origins - Those under which page addresses are taken. */
  constructor(parts: { database: DatabaseConnection; clock: Clock; outbox: Outbox; origins: readonly string[] }) {
    this.#database = parts.database;
    this.#clock = parts.clock;
    this.#origins = parts.origins;
    this.#outbox = parts.outbox;
    this.#aliases = new PageAliases(parts.database, parts.clock, parts.outbox);
    this.register('Page', {
      hold: holdSubject,
      subjectsByRowId: async (executor, rowIds) =>
        (await pageStore.findPagesByRowId(executor, rowIds)).filter(isStored),
    });
  }

  /** Names the module that has the subjects of a kind. */
  register(kind: SubjectKind, source: SubjectSource): void {
    this.#sources.set(kind, source);
  }

  /** Names a module that keeps rows by page. */
  followMoves(follower: PageFollower): void {
    this.#aliases.follow(follower);
  }

  /**
   * A page for each key, or why it is refused. Makes no rows.
   *
   * @throws {Refusal} UNAUTHENTICATED, or INVALID for more than 100 keys.
   */
  async pages(viewer: Viewer, keys: readonly string[]): Promise<(Page | Refusal)[]> {
    assertNone(obstacleToReading(viewer));
    if (keys.length > maxKeys) throw new Refusal('INVALID', `Ask for ${maxKeys} pages at once at most.`, ['keys']);
    const canonical = keys.map((key) => this.#pageKeyOrRefusal(key));
    const pages = await pageStore.findPages(this.#database.db, [
      ...new Set(canonical.filter((key) => typeof key === 'string')),
    ]);
    return canonical.map((key) => (typeof key === 'string' ? pages.get(key)! : key));
  }

  /** The page of a key, for modules that have something at each page. Asks no policy. */
  async page(executor: Executor, key: string): Promise<Page> {
    const canonical = pageKey(key, this.#origins);
    return (await pageStore.findPages(executor, [canonical])).get(canonical)!;
  }

  /** The page of `Page:<key>`; null for a key that is not taken. */
  async visiblePage(viewer: Viewer, key: string): Promise<Page | null> {
    const [page] = await this.pages(viewer, [key]);
    return page instanceof Refusal ? null : page!;
  }

  /** Subjects of one kind by row id, deleted ones too. For whoever may see what hangs on them: asks no policy. */
  async byRowIds(kind: SubjectKind, rowIds: readonly string[]): Promise<Map<string, StoredSubject>> {
    const subjects = await this.#sources.get(kind)!.subjectsByRowId(this.#database.db, rowIds);
    return new Map(subjects.map((subject) => [subject.rowId, subject]));
  }

  /** A page of the former versions of each of several texts, latest first. Asks no policy: see `canSeeVersions`. */
  async versions(rowIds: readonly string[], page: PageRequest): Promise<Map<string, FormerVersion[]>> {
    return versionStore.findVersions(this.#database.db, rowIds, page);
  }

  async countVersions(rowIds: readonly string[]): Promise<Map<string, number>> {
    return versionStore.countVersions(this.#database.db, rowIds);
  }

  /**
   * A subject by its global id, as it is now.
   *
   * @throws {Refusal} NOT_FOUND or, for an id of anything else, INVALID.
   */
  async find(executor: Executor, globalId: string): Promise<Subject> {
    const { type, id } = fromGlobalId(globalId);
    if (type === 'Page') return this.page(executor, id);
    const source = this.#sources.get(type);
    if (!source) throw new Refusal('INVALID', `Nobody can react to a ${type}, or comment on one.`, ['subjectId']);
    const [subject] = await source.subjectsByRowId(executor, [id]);
    assertNone(subject ? null : 'NOT_FOUND');
    return subject!;
  }

  /**
   * The same for a write: nobody else writes there until the transaction ends, and a page gets its row.
   *
   * @throws {Refusal} NOT_FOUND, or INVALID for a foreign id or for details that are not the page's.
   */
  async hold(trx: Executor, globalId: string, details?: PageDetails | null): Promise<StoredSubject> {
    const { type, id } = fromGlobalId(globalId);
    const rowId = type === 'Page' ? (await this.storedPage(trx, id, details)).rowId : id;
    await this.#sources.get(type)?.hold(trx, rowId);
    const subject = (await this.find(trx, globalId)) as StoredSubject;
    // A page may have moved to the row of another one while this waited for its own.
    return subject.rowId === rowId ? subject : this.hold(trx, globalId, details);
  }

  /** The page of a key, its row made when it has none. */
  async storedPage(trx: Executor, key: string, details?: PageDetails | null): Promise<Page & StoredSubject> {
    const page = await this.page(trx, key);
    if (isStored(page)) return page;
    await pageStore.insertPage(trx, page.key, this.#checked(details ?? {}), this.#clock.now());
    return (await this.page(trx, page.key)) as Page & StoredSubject;
  }

  /** Tells all who read a subject, or what it stands on, what happened to it. */
  async tell(trx: Executor, type: EventType, subject: StoredSubject, viewer: { readonly id: string }): Promise<void> {
    const topics = await this.topics(trx, subject);
    await this.#outbox.record(trx, { type, topics, subject: globalIdOf(subject), people: [viewer.id] });
  }

  /** The global ids of a subject and of all whose readers are to know what happens to it. */
  async topics(executor: Executor, subject: StoredSubject): Promise<string[]> {
    const above = await this.#sources.get(subject.kind)!.topics?.(executor, subject);
    return [globalIdOf(subject), ...(above ?? [])];
  }

  /** The same for a subject of which only the row id is known. */
  async topicsOf(executor: Executor, kind: SubjectKind, rowId: string): Promise<string[]> {
    const [subject] = await this.#sources.get(kind)!.subjectsByRowId(executor, [rowId]);
    return subject ? this.topics(executor, subject) : [];
  }

  /**
   * Lets the discussion of one page go on under another key, for the command line. Answers the key that both lead to.
   *
   * @throws {Refusal} INVALID for a key that is not taken, or two of the same page.
   */
  async alias(former: string, current: string): Promise<string> {
    return this.#aliases.alias(pageKey(former, this.#origins), pageKey(current, this.#origins));
  }

  /** Lets what one person deleted be deleted by another, who they turned out to be. */
  async personMerged(trx: Executor, { fromId, intoId }: { fromId: string; intoId: string }) {
    return { deletions: await moveDeletions(trx, fromId, intoId) };
  }

  #checked({ title, url }: PageDetails): PageDetails {
    if (url == null) return { title: title?.slice(0, maxTitleLength) };
    const address = webAddress(url);
    if (address === null || !this.#origins.includes(new URL(address).origin)) {
      throw new Refusal('INVALID', 'The address of a page is under one of the origins of PARVIS_ORIGINS.', [
        'page',
        'url',
      ]);
    }
    return { title: title?.slice(0, maxTitleLength), url: address };
  }

  #pageKeyOrRefusal(key: string): string | Refusal {
    try {
      return pageKey(key, this.#origins);
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  }
}
