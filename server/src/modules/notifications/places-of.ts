import type { Executor } from '../../database/connect.ts';
import type { Followed, Thing } from '../../events/notices.ts';
import type { SubjectPlaces } from '../subjects/index.ts';

/** Where something is, from the nearest on: the page or post, and the group or page on whose wall that is. */
export function placesOf(places: Pick<SubjectPlaces, 'of'>) {
  return async (trx: Executor, root: Thing<'Page' | 'Post'> | null): Promise<Followed[]> => {
    if (!root) return [];
    const own = { type: root.type, id: root.id };
    if (root.type === 'Page') return [own];
    const { followed = null } = (await places.of([{ kind: root.type, rowId: root.id }], trx)).get(root.id) ?? {};
    return followed && followed.type !== 'Person' ? [own, followed] : [own];
  };
}
