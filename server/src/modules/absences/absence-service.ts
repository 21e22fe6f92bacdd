import type { DatabaseConnection, Executor } from '../../database/connect.ts';
import type { Idempotency } from '../../database/idempotency.ts';
import type { Clock } from '../../platform/clock.ts';
import type { RowId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import { isSignedIn, type SignedInViewer, type Viewer } from '../../platform/viewer.ts';
import { dateOf, DAY, type LocalDate } from '../../platform/zoned-time.ts';
import type { PeopleService, Person, PersonMerge } from '../people/index.ts';
import { type AbsenceDraft, checkedAbsence, type ShownAbsence, shownAbsence } from './absence.ts';
import * as store from './absence-store.ts';

/** When people are away, and who stands in for them. */
export class AbsenceService {
  readonly #database: DatabaseConnection;
  readonly #clock: Clock;
  readonly #idempotency: Idempotency;
  readonly #people: PeopleService;

  constructor(parts: { database: DatabaseConnection; clock: Clock; idempotency: Idempotency; people: PeopleService }) {
    this.#database = parts.database;
    this.#clock = parts.clock;
    this.#idempotency = parts.idempotency;
    this.#people = parts.people;
  }

  /**
   * Says when the viewer is away, in place of what they said before.
   *
   * @throws {Refusal} UNAUTHENTICATED, INVALID or TOO_LONG.
   */
  async set(viewer: Viewer, draft: AbsenceDraft, key: string): Promise<Person> {
    assertSignedIn(viewer);
    const absence = checkedAbsence(draft, this.#clock.now());
    const substituteId = await this.#substituteOf(viewer, absence.substituteId);
    const write = { key, operation: 'setAbsence', input: absence };
    await this.#idempotency.run(viewer, write, async (trx) => {
      await store.putAbsence(trx, { ...absence, substituteId, personId: viewer.id });
      return viewer.id;
    });
    return this.#viewerAsPerson(viewer);
  }

  /** Says that the viewer is not away. @throws {Refusal} UNAUTHENTICATED. */
  async clear(viewer: Viewer, key: string): Promise<Person> {
    assertSignedIn(viewer);
    await this.#idempotency.run(viewer, { key, operation: 'clearAbsence', input: {} }, async (trx) => {
      await store.deleteAbsence(trx, viewer.id);
      return viewer.id;
    });
    return this.#viewerAsPerson(viewer);
  }

  /** The absences of people that are now or soon, and the viewer’s own. Who may see them is asked of each person. */
  async shown(viewer: Viewer, personIds: readonly RowId[]): Promise<Map<RowId, ShownAbsence>> {
    const found = new Map<RowId, ShownAbsence>();
    const now = this.#clock.now();
    for (const absence of await store.findAbsences(this.#database.db, personIds)) {
      const shown = shownAbsence(absence, now, absence.personId === viewer.id);
      if (shown) found.set(absence.personId, shown);
    }
    return found;
  }

  /** Until when those of some people who are away now are so: the last day. Asks no policy. */
  async away(executor: Executor, personIds: readonly RowId[], now: number): Promise<Map<RowId, LocalDate>> {
    if (personIds.length === 0) return new Map();
    const absences = await store.findAbsences(executor, personIds);
    const present = absences.filter((absence) => shownAbsence(absence, now, false)?.isNow);
    return new Map(present.map(({ personId, until }) => [personId, until]));
  }

  /** Forgets absences that have ended in every zone. */
  async forgetEnded(): Promise<void> {
    await store.deleteEnded(this.#database.db, dateOf(this.#clock.now() - DAY));
  }

  /** Of two absences of one person, the one that lasts longer stays. */
  async personMerged(trx: Executor, { fromId, intoId }: PersonMerge): Promise<Record<string, number>> {
    const absences = await store.findAbsences(trx, [fromId, intoId]);
    const [last] = absences.toSorted((one, other) => (one.until > other.until ? -1 : 1));
    await store.deleteAbsence(trx, fromId);
    if (last) await store.putAbsence(trx, { ...last, personId: intoId });
    const stoodInFor = await store.moveSubstitute(trx, fromId, intoId);
    return {
      absences: absences.filter(({ personId }) => personId === fromId).length,
      'people stood in for': stoodInFor,
    };
  }

  /** A merged entry is the person into whom it was merged. */
  async #substituteOf(viewer: SignedInViewer, id: RowId | null): Promise<RowId | null> {
    if (id === null) return null;
    const person = await this.#people.visible(viewer, id);
    if (person?.status !== 'ACTIVE') throw new Refusal('INVALID', 'There is no such person.', ['substituteId']);
    if (person.id === viewer.id) throw new Refusal('INVALID', 'Choose another person than yourself.', ['substituteId']);
    return person.id;
  }

  async #viewerAsPerson({ id }: SignedInViewer): Promise<Person> {
    return (await this.#people.byIds([id])).get(id)!;
  }
}

function assertSignedIn(viewer: Viewer): asserts viewer is SignedInViewer {
  if (!isSignedIn(viewer)) throw new Refusal('UNAUTHENTICATED', 'Sign in first.');
}
