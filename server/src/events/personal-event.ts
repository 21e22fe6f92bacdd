import type { LoggedEvent } from './event.ts';
import type { GlobalId } from '../platform/ids.ts';

/** An event that is personal, apart for each of its people who follow it; any other as it is. */
export function apart(logged: LoggedEvent, isFollowed: (topic: GlobalId) => boolean): LoggedEvent[] {
  const { cursor, event } = logged;
  if (!event.isPersonal) return [logged];
  return event.topics
    .filter(isFollowed)
    .map((topic) => ({ cursor, event: { ...event, topics: [topic], subject: topic } }));
}
