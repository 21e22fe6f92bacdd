import type { Executor } from '../../../database/connect.ts';
import { readManagers } from '../people-store.ts';
import type { ManagerLink } from '../people-writer.ts';
import type { ManagerReferences } from './manager-references.ts';
import type { ImportProblem } from './report.ts';
import type { RowId } from '../../../platform/ids.ts';

/** The person of a row, and the manager it names: `''` for none. */
export interface NamedManager {
  line: number;
  id: RowId;
  manager: string;
}

interface Outcome {
  /** The people whose manager changes. */
  managers: ManagerLink[];
  problems: ImportProblem[];
}

/** Finds the managers that rows name, and refuses unknown ones and those that would make a cycle. */
export async function applyManagers(
  db: Executor,
  references: ManagerReferences,
  rows: readonly NamedManager[],
): Promise<Outcome> {
  const ids = await references.resolve([...new Set(rows.flatMap(({ manager }) => manager || []))]);
  const before = await readManagers(db);
  const after = new Map(before);
  // A file may reverse a line of command: the former managers of its people must not count.
  for (const { id } of rows) after.delete(id);
  const problems: ImportProblem[] = [];
  for (const { id, line, manager } of rows) {
    if (!manager) continue;
    const found = ids.get(manager) ?? [];
    const [managerId] = found;
    const reason = !managerId
      ? `The manager ${manager} is not in the directory.`
      : found.length > 1
        ? `The manager ${manager} matches ${found.length} people of that name.`
        : closesCircle(after, id, managerId)
          ? `The manager ${manager} reports to this person, directly or indirectly.`
          : null;
    if (reason === null) {
      after.set(id, managerId!);
    } else {
      problems.push({ line, reason: `${reason} The rest of the row is imported.`, leftOut: false });
      keep(after, id, before.get(id));
    }
  }
  const changed = rows.filter(({ id }) => (after.get(id) ?? null) !== (before.get(id) ?? null));
  return { managers: changed.map(({ id }) => ({ id, managerId: after.get(id) ?? null })), problems };
}

function keep(managers: Map<RowId, RowId>, id: RowId, managerId: RowId | undefined): void {
  if (managerId && !closesCircle(managers, id, managerId)) managers.set(id, managerId);
}

/** Whether a person would report to themselves, directly or indirectly. */
function closesCircle(managers: ReadonlyMap<RowId, RowId>, id: RowId, managerId: RowId): boolean {
  for (let above: RowId | undefined = managerId; above !== undefined; above = managers.get(above)) {
    if (above === id) return true;
  }
  return false;
}
