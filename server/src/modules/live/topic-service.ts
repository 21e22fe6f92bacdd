import type { Followable } from '../../events/topic.ts';
import { fromGlobalId, type GlobalId, type LocalId, type RowId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Viewer } from '../../platform/viewer.ts';
import { assertNone, denialOfReading } from '../subjects/index.ts';

/** Decides which topics a viewer may follow, by asking the modules that declare topics. */
export class TopicService {
  readonly #byType: ReadonlyMap<string, Followable>;

  /** @param byType - By the GraphQL type of what a topic is the id of. */
  constructor(byType: ReadonlyMap<string, Followable>) {
    this.#byType = byType;
  }

  /**
   * The topics that the viewer may follow, each with the topic under which its events are published: a page that moved has
   * several ids. Topics that do not exist are left out.
   *
   * @param asked - Global ids.
   * @throws {Refusal} UNAUTHENTICATED for a viewer without read access.
   */
  async followable(viewer: Viewer, asked: readonly GlobalId[]): Promise<Map<GlobalId, GlobalId>> {
    assertNone(denialOfReading(viewer));
    const ids = new Map([...this.#byType.keys()].map((type): [string, RowId[]] => [type, []]));
    for (const { type, id } of asked.flatMap(localId)) ids.get(type)?.push(id);
    const found = await Promise.all([...this.#byType].map(([type, followable]) => followable(viewer, ids.get(type)!)));
    return new Map(found.flat());
  }
}

function localId(globalId: GlobalId): LocalId[] {
  try {
    return [fromGlobalId(globalId)];
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}
