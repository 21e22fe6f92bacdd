import { type AuditRecord, auditReference } from '../../audit/audit-entry.ts';
import type { AuditLog } from '../../audit/audit-log.ts';
import { BadUserName, readUserName } from '../../auth/user-name.ts';
import type { DatabaseConnection, Executor } from '../../database/connect.ts';
import type { Outbox } from '../../events/outbox.ts';
import type { Audience, Memberships } from '../../platform/audience.ts';
import type { Clock } from '../../platform/clock.ts';
import { type RowId, toGlobalId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import { isSignedIn, type SignedInViewer, type Viewer } from '../../platform/viewer.ts';
import { grantedWriters, grantHolders, type NamedPage, type PageMove, type SubjectService } from '../subjects/index.ts';
import { matches } from '../subjects/page-pattern.ts';
import { type Grant, isWithin } from './grant.ts';
import * as store from './grant-store.ts';
import { type GrantFault, grantFaults, type PassFault, passFaults } from './pass-fault.ts';
import type { Pass, PassReader } from './pass-reader.ts';

declare module '../../audit/audit-entry.ts' {
  interface AuditActions {
    /** Somebody shows a pass of a page for the first time in a month. */
    grantPage: { may: 'read' | 'write'; key: string };
  }
}

/** The people whom passes name. */
export interface PassPeople {
  /** The person of a user name. Adds none. */
  signIn(
    claims: { userName: string; mails: readonly string[]; doubtfulMails: readonly string[] },
    provision: boolean,
  ): Promise<{ readonly person: { readonly id: RowId } } | { readonly denial: string }>;
}

const said = { ...passFaults, ...grantFaults };
const noMemberships: Memberships = { audiences: new Set(), until: null };
/** How long an ended grant is kept, in milliseconds: so long, who shows a pass again is not recorded again. */
const kept = 30 * 24 * 60 * 60 * 1000;

/** What the servers of host pages say of who may read these: passes become grants, which last as long as they do. */
export class PassService {
  readonly #database: DatabaseConnection;
  readonly #clock: Clock;
  readonly #outbox: Outbox;
  readonly #audit: AuditLog;
  readonly #people: PassPeople;
  readonly #subjects: SubjectService;
  readonly #reader: PassReader;
  readonly #domains: readonly string[];
  readonly #isUsed: boolean;

  constructor(parts: {
    database: DatabaseConnection;
    clock: Clock;
    outbox: Outbox;
    audit: AuditLog;
    people: PassPeople;
    subjects: SubjectService;
    reader: PassReader;
    /** Which user names may begin or end with. */
    domains: readonly string[];
    /** Whether there are keys by which passes could be signed. */
    isUsed: boolean;
  }) {
    this.#database = parts.database;
    this.#clock = parts.clock;
    this.#outbox = parts.outbox;
    this.#audit = parts.audit;
    this.#people = parts.people;
    this.#subjects = parts.subjects;
    this.#reader = parts.reader;
    this.#domains = parts.domains;
    this.#isUsed = parts.isUsed;
  }

  /** Takes the passes that come with a request. Answers why some of them count as none, for the developers of the page. */
  async take(viewer: Viewer, passes: readonly string[]): Promise<string[]> {
    const faults = new Set<PassFault | GrantFault>();
    for (const pass of new Set(passes)) {
      const fault = await this.#take(viewer, pass);
      if (fault) faults.add(fault);
    }
    return [...faults].map((fault) => said[fault]);
  }

  /** What a person may read and write by their grants. */
  async membershipsOf(personId: RowId, trx: Executor | null): Promise<Memberships> {
    if (!this.#isUsed) return noMemberships;
    const now = this.#clock.now();
    const grants = await store.findGrants(trx ?? this.#database.db, personId, now);
    const audiences = grants.flatMap(({ pageId, writeUntil }): Audience[] =>
      writeUntil > now ? [grantHolders(pageId), grantedWriters(pageId)] : [grantHolders(pageId)],
    );
    const ends = grants.flatMap(({ readUntil, writeUntil }) => [readUntil, writeUntil]).filter((end) => end > now);
    return { audiences: new Set(audiences), until: ends.length > 0 ? Math.min(...ends) : null };
  }

  /** Those of some people who hold a grant of the page of an audience. */
  async among(executor: Executor, audience: Audience, personIds: readonly RowId[]): Promise<ReadonlySet<RowId>> {
    if (!this.#isUsed) return new Set();
    const pageId = audience.slice('page:'.length) as RowId;
    return new Set(await store.findHolders(executor, pageId, personIds, this.#clock.now()));
  }

  /** Two pages become one: who may read it then may read both. */
  async pageMoved(trx: Executor, { from, to }: PageMove): Promise<void> {
    if (from.rowId === null || to.rowId === null) return;
    const [isFromGranted, isToGranted] = await this.#subjects.readers.areByGrant(trx, [from.key, to.key]);
    if (isFromGranted && isToGranted) await store.intersectGrants(trx, to.rowId, from.rowId);
    else if (isFromGranted) await store.moveGrants(trx, from.rowId, to.rowId);
    else await store.deleteGrantsOf(trx, from.rowId);
  }

  async personMerged(trx: Executor, { fromId, intoId }: { fromId: RowId; intoId: RowId }) {
    return { 'pages granted': await store.mergeGrants(trx, fromId, intoId) };
  }

  /** Forgets the grants that ended long ago. */
  async forgetEnded(): Promise<void> {
    await store.deleteEnded(this.#database.db, this.#clock.now() - kept);
  }

  async #take(viewer: Viewer, text: string): Promise<PassFault | GrantFault | null> {
    const pass = await this.#reader.read(text);
    if (typeof pass === 'string') return pass;
    if (!isSignedIn(viewer)) return 'SIGNED_OUT';
    if (!(await this.#isOf(viewer, pass))) return 'OTHER_PERSON';
    const pages = await this.#subjects.namedPages(pass.pages);
    const found = pages.filter((page) => !(page instanceof Refusal)) as NamedPage[];
    if (found.length < pages.length) return 'UNKNOWN_PAGE';
    // A page that moved must be in the patterns under the name that it had and under the one that it has.
    const isAllowed = (name: string) => pass.patterns.some((pattern) => matches(pattern, name));
    if (!found.every(({ names }) => names.every(isAllowed))) return 'OTHER_PAGES';
    if (!(await this.#isTaken(viewer, pass, found)))
      await this.#database.transaction((trx) => this.#grant(trx, viewer, pass));
    return null;
  }

  /** Whether a pass is of the person who is signed in, as a sign-in would find them. */
  async #isOf({ id }: SignedInViewer, { subject }: Pass): Promise<boolean> {
    try {
      const userName = readUserName(subject, this.#domains);
      const mails = userName.includes('@') ? [userName] : [];
      const found = await this.#people.signIn({ userName, mails, doubtfulMails: [] }, false);
      return 'person' in found && found.person.id === id;
    } catch (error) {
      if (error instanceof BadUserName) return false;
      throw error;
    }
  }

  /** Whether nothing is left to grant: a pass comes with every request, and writes once. */
  async #isTaken({ id }: SignedInViewer, pass: Pass, pages: readonly NamedPage[]): Promise<boolean> {
    const { db } = this.#database;
    const grants = await store.findGrants(db, id, this.#clock.now());
    const known = new Map(grants.map((grant) => [grant.pageId, grant]));
    for (const { page, names } of pages) {
      const effect = await this.#subjects.readers.effectOfPass(db, page, names);
      if (effect === 'NOTHING') continue;
      if (effect === 'NARROWS' || page.rowId === null) return false;
      if (!isWithin(grantOf(id, page.rowId, pass), known.get(page.rowId))) return false;
    }
    return true;
  }

  /** The row of a page that takes a pass; null for one that is read by others. */
  async #takenPage(
    trx: Executor,
    url: string,
    viewer: SignedInViewer,
    by: { by: RowId; issuer: string },
  ): Promise<RowId | null> {
    const page = await this.#subjects.storedPage(trx, url, { details: { url }, viewer });
    const takes = await this.#subjects.readers.takesPass(trx, page, by);
    return takes === null ? this.#takenPage(trx, url, viewer, by) : takes ? page.rowId : null;
  }

  async #grant(trx: Executor, viewer: SignedInViewer, pass: Pass): Promise<void> {
    const by = { by: viewer.id, issuer: pass.issuer };
    const first: RowId[] = [];
    // In one order, so that two who show passes of the same pages do not wait for each other.
    for (const url of pass.pages.toSorted()) {
      const rowId = await this.#takenPage(trx, url, viewer, by);
      if (rowId === null) continue;
      if (await store.extendGrant(trx, grantOf(viewer.id, rowId, pass))) first.push(rowId);
    }
    const subject = toGlobalId('Person', viewer.id);
    await this.#outbox.record(trx, { type: 'RightsChanged', topics: [], subject, people: [] });
    await this.#audit.recordAll(
      trx,
      first.map((pageId): AuditRecord => pageGranted(viewer.id, pageId, pass)),
    );
  }
}

function grantOf(personId: RowId, pageId: RowId, { may, until }: Pass): Grant {
  return { personId, pageId, readUntil: until, writeUntil: may === 'write' ? until : 0 };
}

function pageGranted(personId: RowId, pageId: RowId, { may, issuer: key }: Pass): AuditRecord<'grantPage'> {
  const actor = auditReference('Person', personId);
  return { actor, action: 'grantPage', subject: auditReference('Page', pageId), details: { may, key } };
}
