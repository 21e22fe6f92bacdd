import type { Transaction } from 'kysely';
import { type AuditActor, auditReference } from '../../audit/audit-entry.ts';
import type { DatabaseConnection } from '../../database/connect.ts';
import type { Database } from '../../database/database.ts';
import type { Idempotency } from '../../database/idempotency.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { RowId } from '../../platform/ids.ts';
import { isSignedIn, type Viewer } from '../../platform/viewer.ts';
import { lockPeople } from './directory/directory-store.ts';
import { loginKey } from './identity-keys.ts';
import { denialOfAdministering, mayAdminister, type Rights } from './people-policy.ts';
import { findBy } from './people-store.ts';
import type { PeopleWriter } from './people-writer.ts';
import type { Person } from './person.ts';

/** What becomes of a person: a new kind, role or status. */
export type RightsChange = Partial<Rights>;

/** A person by handle, for the command line. */
export interface RightsCommand {
  handle: string;
  change: RightsChange;
  /** Also takes the last administrator away. */
  force?: boolean;
}

/** Changes what people may do: their kind and role, and whether they are still here. */
export class PeopleRights {
  readonly #database: DatabaseConnection;
  readonly #writer: PeopleWriter;
  readonly #idempotency: Idempotency;

  constructor(database: DatabaseConnection, writer: PeopleWriter, idempotency: Idempotency) {
    this.#database = database;
    this.#writer = writer;
    this.#idempotency = idempotency;
  }

  /**
   * For administrators.
   *
   * @throws {Refusal} UNAUTHENTICATED or FORBIDDEN; NOT_FOUND for an unknown id; INVALID for a guest or service who would
   * administer, and for the last administrator.
   */
  async change(viewer: Viewer, personId: RowId, change: RightsChange, key: string): Promise<Person> {
    const denial = denialOfAdministering(viewer);
    if (denial === 'UNAUTHENTICATED') throw new Refusal(denial, 'Sign in first.');
    if (denial || !isSignedIn(viewer)) throw new Refusal('FORBIDDEN', 'Only administrators may do this.');
    const write = { key, operation: 'changeRights', input: { personId, change } };
    await this.#idempotency.run(viewer, write, async (trx) => {
      const by = { actor: auditReference('Person', viewer.id), force: false };
      await this.#apply(trx, by, 'id', personId, change);
      return personId;
    });
    return (await findBy(this.#database.db, 'id', [personId])).get(personId)!;
  }

  /** For the command line: checks no policy. @throws {Refusal} like `change`. @returns The person before and after. */
  async command({ handle, change, force = false }: RightsCommand): Promise<{ before: Person; after: Person }> {
    const by = { actor: 'command line', force } as const;
    return this.#database.transaction((trx) => this.#apply(trx, by, 'handle', loginKey(handle), change));
  }

  async #apply(
    trx: Transaction<Database>,
    { actor, force }: { actor: AuditActor; force: boolean },
    column: 'id' | 'handle',
    value: string,
    change: RightsChange,
  ): Promise<{ before: Person; after: Person }> {
    // Two administrators may demote each other at the same time.
    await lockPeople(trx);
    const before = (await findBy(trx, column, [value])).get(value);
    if (!before) throw new Refusal('NOT_FOUND', 'There is no such person.', ['personId']);
    const after = { ...before, ...change };
    assertMayAdminister(after);
    const { id, managerId: _managerId, ...details } = after;
    if (isChanged(before, after)) await this.#writer.writeIn(trx, actor, { changed: [{ id, details }], force });
    return { before, after };
  }
}

function assertMayAdminister(person: Person): void {
  if (mayAdminister(person)) return;
  const kind = person.kind === 'GUEST' ? 'guest' : 'service';
  throw new Refusal('INVALID', `A ${kind} cannot be an administrator, and ${person.name} would be one.`, ['personId']);
}

function isChanged(before: Rights, after: Rights): boolean {
  return before.role !== after.role || before.kind !== after.kind || before.status !== after.status;
}
