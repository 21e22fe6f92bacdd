import type { Executor } from '../../database/connect.ts';
import type { Followed } from '../../events/notices.ts';
import type { SubjectPlaces } from '../subjects/index.ts';

/** Where something is, from the nearest on: the page, post or group, and the group or page on whose wall a post is. */
export function placesOf(places: Pick<SubjectPlaces, 'of'>) {
  return async (trx: Executor, at: Followed | null): Promise<Followed[]> => {
    if (!at) return [];
    const own = { type: at.type, id: at.id };
    if (own.type !== 'Post') return [own];
    const { followed = null } = (await places.of([{ kind: own.type, rowId: own.id }], trx)).get(own.id) ?? {};
    return followed && followed.type !== 'Person' ? [own, followed] : [own];
  };
}
