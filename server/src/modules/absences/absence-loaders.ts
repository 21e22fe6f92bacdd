import DataLoader from 'dataloader';
import type { RowId } from '../../platform/ids.ts';
import type { Viewer } from '../../platform/viewer.ts';
import type { ShownAbsence } from './absence.ts';
import type { AbsenceService } from './absence-service.ts';

/** Batches the reads of absences in one request. */
export class AbsenceLoaders {
  readonly #byPerson: DataLoader<RowId, ShownAbsence | null>;

  constructor(absences: AbsenceService, viewer: Viewer) {
    this.#byPerson = new DataLoader(async (ids) => {
      const found = await absences.shown(viewer, ids);
      return ids.map((id) => found.get(id) ?? null);
    });
  }

  /** The absence of a person, now or soon. */
  of(personId: RowId): Promise<ShownAbsence | null> {
    return this.#byPerson.load(personId);
  }
}
