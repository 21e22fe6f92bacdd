export { type Authored, type FormerVersion, isAuthored, type StoredRichText } from './authored.ts';
export { authoredFields, defineVersions } from './authored-schema.ts';
export { AuthoredWriter } from './authored-writer.ts';
export type { Page, PageDetails, PageMove } from './page.ts';
export type { NamedPage } from './page-finder.ts';
export { grantedWriters, grantHolders } from './readers/page-rule.ts';
export type { PageFollower, PageWithNewReaders } from './page-follower.ts';
export { globalIdOf, isStored, type StoredSubject, type Subject, type SubjectKind } from './subject.ts';
export type { SubjectLoaders } from './subject-loaders.ts';
export {
  assertNone,
  type Denial,
  denialOfReacting,
  denialOfReading,
  denialOfWriting,
  isClosed,
} from './subject-policy.ts';
export { permalink } from './permalink.ts';
export type { AmbiguousKey, PlannedMove } from './page-moves.ts';
export type { PageWrite, SubjectService } from './subject-service.ts';
export { subjectOfEvent } from './subject-of-event.ts';
export type { SubjectPlaces } from './subject-places.ts';
export type { Place, SubjectSource } from './subject-source.ts';
export type { Readers } from './subject-store.ts';
export { authoredTopics } from './subject-topics.ts';
// Modules whose rows are subjects keep the part of them that all subjects share.
export * as subjectRows from './subject-store.ts';
