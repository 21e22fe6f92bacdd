import type { DatabaseConnection, Executor } from '../../database/connect.ts';
import type { Idempotency } from '../../database/idempotency.ts';
import type { EventType } from '../../events/event.ts';
import type { Clock } from '../../platform/clock.ts';
import { assertReadable, isModerator, type Readable } from '../../platform/readable.ts';
import { Refusal } from '../../platform/refusal.ts';
import { isSignedIn, type SignedInViewer, type Viewer } from '../../platform/viewer.ts';
import type { RichTextComposer } from '../rich-text/index.ts';
import { type Authored, type StoredRichText, toStored } from './authored.ts';
import { denialOfDeleting, denialOfRestoring, denialOfUpdating } from './authored-policy.ts';
import { purge } from './purge.ts';
import type { TextRows } from './purge-store.ts';
import { globalIdOf, type SubjectKind } from './subject.ts';
import { assertNone } from './subject-policy.ts';
import type { SubjectService } from './subject-service.ts';
import { insertSubject, type Readers, setDeleted } from './subject-store.ts';
import { keepVersion } from './version-store.ts';
import type { RowId } from '../../platform/ids.ts';

/** A kind of subject with an author, for which there are the four events of a life cycle. */
export type AuthoredKind = {
  [Kind in SubjectKind]: `${Kind}${'Added' | 'Edited' | 'Deleted' | 'Restored'}` extends EventType ? Kind : never;
}[SubjectKind];

export interface AuthoredParts<A extends Authored> {
  database: DatabaseConnection;
  clock: Clock;
  idempotency: Idempotency;
  subjects: SubjectService;
  composer: RichTextComposer;
  kind: A['kind'] & AuthoredKind;
  /** Of a text, in UTF-16 units. */
  maxLength: number;
  /** Reads several by id, as a transaction sees them. */
  find(executor: Executor, ids: readonly RowId[]): Promise<A[]>;
  /** The texts to remove some time after their deletion. */
  texts: TextRows;
  /** Called before a row is marked as deleted, and before that mark is removed. */
  onDelete?(trx: Executor, authored: A): Promise<void>;
  onRestore?(trx: Executor, authored: A): Promise<void>;
}

/** An edit of a comment or a post. */
export interface Edit<A extends Authored> {
  /** What makes this edit the same as another one with its idempotency key. */
  input: object;
  isSame(authored: A): boolean;
  write(trx: Executor, authored: A, now: number): Promise<void>;
}

/** Adds, edits, deletes and restores comments and posts. */
export class AuthoredWriter<A extends Authored> {
  readonly #parts: AuthoredParts<A>;

  constructor(parts: AuthoredParts<A>) {
    this.#parts = parts;
  }

  /**
   * What a viewer has typed, as it is stored.
   *
   * @throws {Refusal} UNAUTHENTICATED, or what is wrong with the text.
   */
  async compose(viewer: Viewer, source: string): Promise<StoredRichText> {
    assertSignedIn(viewer);
    return toStored(await this.#parts.composer.compose(viewer, source, this.#parts.maxLength));
  }

  /**
   * @param insert - Stores it under the id that `insertRow` answers, and answers it. What it throws leaves nothing behind.
   */
  async create(
    viewer: Viewer,
    input: object,
    idempotencyKey: string,
    insert: (trx: Executor, viewer: SignedInViewer, insertRow: (readers?: Readers) => Promise<RowId>) => Promise<A>,
  ): Promise<Readable<A>> {
    const { kind, subjects } = this.#parts;
    return this.write(viewer, idempotencyKey, `add${kind}`, input, async (trx, viewer) => {
      const authored = await insert(trx, viewer, (readers) => insertSubject(trx, kind, readers));
      await subjects.publish(trx, `${kind}Added`, authored, viewer);
      return authored.rowId;
    });
  }

  /** Keeps the former version. An edit that changes nothing writes and publishes nothing. */
  async update(viewer: Viewer, id: RowId, edit: Edit<A>, idempotencyKey: string): Promise<Readable<A>> {
    const { kind, subjects, clock } = this.#parts;
    return this.write(viewer, idempotencyKey, `update${kind}`, edit.input, async (trx, viewer) => {
      const authored = await this.locked(trx, viewer, id);
      const now = clock.now();
      assertNone(denialOfUpdating(viewer, authored, now, subjects.editWindow));
      if (edit.isSame(authored)) return id;
      await keepVersion(trx, authored);
      await edit.write(trx, authored, now);
      await subjects.publish(trx, `${kind}Edited`, authored, viewer);
      return id;
    });
  }

  async delete(viewer: Viewer, id: RowId, idempotencyKey: string): Promise<Readable<A>> {
    const { kind, subjects, clock } = this.#parts;
    return this.write(viewer, idempotencyKey, `delete${kind}`, { id }, async (trx, viewer) => {
      const authored = await this.locked(trx, viewer, id);
      assertNone(denialOfDeleting(viewer, authored, await isModerator(viewer, authored)));
      await this.#parts.onDelete?.(trx, authored);
      await setDeleted(trx, id, { at: clock.now(), by: viewer.id });
      await subjects.publish(trx, `${kind}Deleted`, authored, viewer);
      return id;
    });
  }

  /** Restores what its author deleted less than a minute ago, with its comments and reactions. */
  async restore(viewer: Viewer, id: RowId, idempotencyKey: string): Promise<Readable<A>> {
    const { kind, subjects, clock } = this.#parts;
    return this.write(viewer, idempotencyKey, `restore${kind}`, { id }, async (trx, viewer) => {
      const authored = await this.locked(trx, viewer, id);
      const denial = denialOfRestoring(viewer, authored, clock.now());
      assertNone(denial, `This ${kind.toLowerCase()} is not deleted.`);
      await this.#parts.onRestore?.(trx, authored);
      await setDeleted(trx, id, null);
      await subjects.publish(trx, `${kind}Restored`, authored, viewer);
      return id;
    });
  }

  /** Removes the texts that were deleted before a moment. @returns The number of texts. */
  purge(before: number): Promise<number> {
    return purge(this.#parts.database, this.#parts.texts, before);
  }

  /** Reads and locks one, until the transaction ends. */
  async locked(trx: Executor, viewer: SignedInViewer, id: RowId): Promise<Readable<A>> {
    const globalId = globalIdOf({ kind: this.#parts.kind, id });
    return (await this.#parts.subjects.lock(trx, globalId, { viewer })) as unknown as Readable<A>;
  }

  /** Runs a write once for each idempotency key, and returns the subject in its state afterwards. */
  async write(
    viewer: Viewer,
    key: string,
    operation: string,
    input: object,
    write: (trx: Executor, viewer: SignedInViewer) => Promise<RowId>,
  ): Promise<Readable<A>> {
    const { idempotency, database, find } = this.#parts;
    assertSignedIn(viewer);
    const id = await idempotency.run(viewer, { key, operation, input }, write);
    // Also for what was written before, of which the answer is repeated: the viewer may have lost the right to read it.
    return assertReadable(viewer, (await find(database.db, [id]))[0]);
  }
}

function assertSignedIn(viewer: Viewer): asserts viewer is SignedInViewer {
  if (!isSignedIn(viewer)) throw new Refusal('UNAUTHENTICATED', 'Sign in first.');
}
