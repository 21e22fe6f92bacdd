import type { GraphQLContext } from '../../graphql/context.ts';
import { fromGlobalId, type GlobalId } from '../../platform/ids.ts';
import type { Readable } from '../../platform/readable.ts';
import type { Page } from './page.ts';
import type { Subject, SubjectKind } from './subject.ts';
import { assertNone } from './subject-policy.ts';

/**
 * The subject of an event in its current state, also if it is deleted.
 *
 * @throws {Refusal} NOT_FOUND if it no longer exists: the event is then not sent.
 */
export async function subjectOfEvent(globalId: GlobalId, context: GraphQLContext): Promise<Readable<Subject>> {
  const { type, id } = fromGlobalId(globalId);
  if (type === 'Page') return pageOf(id, context);
  const subject = await context.loaders.subjects.load(type as SubjectKind, id);
  assertNone(subject ? null : 'NOT_FOUND');
  return subject!;
}

async function pageOf(key: string, { viewer, services }: GraphQLContext): Promise<Readable<Page>> {
  const page = await services.subjects.visiblePage(viewer, key);
  assertNone(page ? null : 'NOT_FOUND');
  return page!;
}
