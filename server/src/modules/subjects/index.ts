export { type Authored, type FormerVersion, type StoredRichText, toStored } from './authored.ts';
export {
  canSeeVersions,
  didAuthor,
  obstacleToDeleting,
  obstacleToRestoring,
  obstacleToUpdating,
} from './authored-policy.ts';
export type { Page, PageDetails, PageMove } from './page.ts';
export type { PageFollower } from './page-aliases.ts';
export { globalIdOf, isStored, type StoredSubject, type Subject, type SubjectKind } from './subject.ts';
export { noVersions, type SubjectLoaders } from './subject-loaders.ts';
export {
  assertNone,
  type Obstacle,
  obstacleToCommenting,
  obstacleToLocking,
  obstacleToReacting,
  obstacleToReading,
} from './subject-policy.ts';
export type { AmbiguousKey, PlannedMove } from './page-moves.ts';
export type { PageWrite, SubjectService } from './subject-service.ts';
export type { SubjectSource } from './subject-source.ts';
export { authoredTopics } from './subject-topics.ts';
// Modules whose rows are subjects keep the part of them that all subjects share.
export * as subjectRows from './subject-store.ts';
export { purge } from './purge.ts';
export { keepVersion } from './version-store.ts';
