import type { AuditRecord } from '../../audit/audit-entry.ts';
import type { AuditLog } from '../../audit/audit-log.ts';
import type { Executor } from '../../database/connect.ts';
import type { Idempotency } from '../../database/idempotency.ts';
import type { RowId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import { isSignedIn, type SignedInViewer, type Viewer } from '../../platform/viewer.ts';
import { assertNone } from '../subjects/index.ts';
import type { GroupFinder, SeenGroup } from './group-finder.ts';

/** Writes about the people of a group: one after the other, once for each key, and recorded in the audit log. */
export class GroupWrites {
  readonly #idempotency: Idempotency;
  readonly #audit: AuditLog;
  readonly #finder: GroupFinder;

  constructor(parts: { idempotency: Idempotency; audit: AuditLog; finder: GroupFinder }) {
    this.#idempotency = parts.idempotency;
    this.#audit = parts.audit;
    this.#finder = parts.finder;
  }

  /**
   * @param write - Answers what is to be recorded of it.
   * @returns The group; null where the viewer does not know of it any more.
   */
  async run(
    viewer: Viewer,
    key: string,
    operation: string,
    input: object,
    groupId: RowId,
    write: (trx: Executor, group: SeenGroup, viewer: SignedInViewer) => Promise<AuditRecord[] | undefined>,
  ): Promise<SeenGroup | null> {
    if (!isSignedIn(viewer)) throw new Refusal('UNAUTHENTICATED', 'Sign in first.');
    await this.#idempotency.run(viewer, { key, operation, input }, async (trx, viewer) => {
      const group = await this.#finder.locked(trx, viewer, groupId);
      // Its owners know of one that they deleted, to bring it back.
      if (group.deletedAt !== null) assertNone('NOT_FOUND');
      await this.#audit.recordAll(trx, (await write(trx, group, viewer)) ?? []);
      return groupId;
    });
    return (await this.#finder.byIds(viewer, [groupId])).get(groupId) ?? null;
  }
}
