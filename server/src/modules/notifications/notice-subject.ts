import type { GraphQLContext } from '../../graphql/context.ts';
import type { Readable } from '../../platform/readable.ts';
import type { SeenGroup } from '../groups/index.ts';
import type { Place, StoredSubject, SubjectKind } from '../subjects/index.ts';
import { groupOf, type Notification } from './notification.ts';

/** How much of a text is shown with a notification, in characters. */
const longestExcerpt = 200;

/** The comment or post that a notification leads to, if it is there and the viewer may read it. */
export async function subjectOfNotice(
  notification: Notification,
  { loaders }: GraphQLContext,
): Promise<Readable<StoredSubject> | null> {
  const { subjectId, subjectKind } = await loaders.notifications.acts(notification);
  return subjectId === null ? null : loaders.subjects.load(subjectKind as SubjectKind, subjectId);
}

/** The group that a notification is about, if that is not about something said there. */
export async function groupOfNotice({ thing }: Notification, { loaders }: GraphQLContext): Promise<SeenGroup | null> {
  const id = groupOf(thing);
  return id && loaders.groups.load(id);
}

/** Where it stands. */
export async function placeOfNotice(notification: Notification, context: GraphQLContext): Promise<Place | null> {
  const group = await groupOfNotice(notification, context);
  if (group) return { name: group.name, url: null, followed: { type: 'Group', id: group.id } };
  const subject = await subjectOfNotice(notification, context);
  return subject && context.loaders.subjects.place(subject);
}

/** The beginning of what somebody wrote, cut between words. */
export function excerptOf(subject: StoredSubject | null): string | null {
  if (!subject || !('body' in subject) || subject.deletedAt !== null) return null;
  const { text } = subject.body as { text: string };
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= longestExcerpt) return line;
  return `${line.slice(0, longestExcerpt).replace(/\s+\S*$/, '')} …`;
}
