import type { GraphQLContext } from '../../graphql/context.ts';
import { fromGlobalId, type GlobalId } from '../../platform/ids.ts';
import { assertNone, type Page, type Subject, type SubjectKind } from '../subjects/index.ts';

/**
 * What an event is about, as it is now, deleted things too.
 *
 * @throws {Refusal} NOT_FOUND for what is gone: nothing is told of it then.
 */
export async function subjectOf(globalId: GlobalId, context: GraphQLContext): Promise<Subject> {
  const { type, id } = fromGlobalId(globalId);
  if (type === 'Page') return pageOf(id, context);
  const subject = await context.loaders.subjects.load(type as SubjectKind, id);
  assertNone(subject ? null : 'NOT_FOUND');
  return subject!;
}

async function pageOf(key: string, { viewer, services }: GraphQLContext): Promise<Page> {
  const page = await services.subjects.visiblePage(viewer, key);
  assertNone(page ? null : 'NOT_FOUND');
  return page!;
}
