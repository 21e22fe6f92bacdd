import type { EventType } from './events/event.ts';
import type { Followable } from './events/topic.ts';
import type { Services } from './graphql/context.ts';
import type { MailComposer } from './mail/outgoing/mail-composer.ts';
import type { DeclaredAnswers } from './mail/mail-answer.ts';
import type { Declared, DeclaredJob, Module } from './module.ts';
import type { LiveEvent } from './modules/live/index.ts';
import type { NoticeDeclaration, NoticeKind, NoticeSource } from './events/notices.ts';
import type { Acquaintances, PersonFollower } from './modules/people/index.ts';
import type { AnyPostKind, PostKindName } from './modules/posts/index.ts';
import type { PageFollower, SubjectKind, SubjectSource } from './modules/subjects/index.ts';
import type { WallFollower } from './modules/walls/index.ts';
import type { JobHandler } from './queue/job.ts';
import type { WallKind, WallOwners } from './modules/walls/index.ts';
import type { AudienceSource } from './platform/audience.ts';

/** Empty declarations, before any module has been added. */
export function declarations() {
  return {
    subjects: new Map<SubjectKind, SubjectSource>(),
    topics: new Map<string, Followable>(),
    pageMoved: [] as PageFollower[],
    personMerged: [] as PersonFollower[],
    wallMerged: [] as WallFollower[],
    events: new Map<EventType, LiveEvent>(),
    postKinds: new Map<PostKindName, AnyPostKind>(),
    jobs: new Map<string, JobHandler<unknown>>(),
    wallOwners: new Map<WallKind, WallOwners>(),
    audiences: [] as AudienceSource[],
    acquaintances: [] as Acquaintances[],
    notices: new Map<EventType, NoticeSource>(),
    noticeKinds: new Map<NoticeKind, NoticeDeclaration>(),
    answers: new Map<string, DeclaredAnswers>(),
    mails: new Map<string, MailComposer>(),
  } satisfies Declared;
}

/**
 * Adds the declarations of a module.
 *
 * @param known - Its service, and those that it needs.
 * @throws {Error} where another one declared the same.
 */
export function declare(declared: ReturnType<typeof declarations>, module: Module, known: Services): void {
  const { name, subjects, topics, pageMoved, personMerged, wallMerged, events, postKind, walls, audiences, jobs } =
    module;
  if (subjects) claim(declared.subjects, name, subjects.kind, subjects.source(known));
  if (topics) claim(declared.topics, name, topics.type, topics.followable(known));
  if (pageMoved) declared.pageMoved.push(pageMoved(known));
  if (personMerged) declared.personMerged.push(personMerged(known));
  if (wallMerged) declared.wallMerged.push(wallMerged(known));
  if (postKind) claim(declared.postKinds, name, postKind.kind, postKind);
  if (audiences) declared.audiences.push(audiences(known));
  if (module.acquaintances) declared.acquaintances.push(module.acquaintances(known));
  for (const [kind, owners] of Object.entries(walls?.(known) ?? {}) as [WallKind, WallOwners][])
    claim(declared.wallOwners, name, kind, owners);
  declareNotices(declared, module, known);
  declareMails(declared, module, known);
  for (const [type, event] of eventsOf(events)) claim(declared.events, name, type, event);
  for (const [kind, { run, ...job }] of jobsOf(jobs))
    claim(declared.jobs, name, kind, { ...job, run: (leased) => run(known, leased) });
}

/** The types of events of which many of one subject in a short time are published as one. */
export function gatheredEvents(modules: readonly Module[]): Set<EventType> {
  const events = modules.flatMap((module) => eventsOf(module.events));
  return new Set(events.filter(([, { gather }]) => gather).map(([type]) => type));
}

/** The types of events after which people may have to be told something. */
export function noticedEvents(modules: readonly Module[]): Set<EventType> {
  return new Set(modules.flatMap(({ notices }) => notices?.after ?? []));
}

function declareNotices(declared: ReturnType<typeof declarations>, { name, notices }: Module, known: Services): void {
  if (!notices) return;
  const source = notices.source(known);
  for (const type of notices.after) claim(declared.notices, name, type, source);
  for (const [kind, declaration] of Object.entries(notices.kinds) as [NoticeKind, NoticeDeclaration][])
    claim(declared.noticeKinds, name, kind, declaration);
}

function declareMails(
  declared: ReturnType<typeof declarations>,
  { name, mails, answers }: Module,
  known: Services,
): void {
  for (const [kind, composer] of Object.entries(mails?.(known) ?? {})) claim(declared.mails, name, kind, composer);
  if (!answers) return;
  const taken = { taker: answers.taker(known), countAs: answers.countAs };
  for (const type of answers.types) claim(declared.answers, name, type, taken);
}

function eventsOf(events: Module['events']): [EventType, LiveEvent][] {
  return Object.entries(events ?? {}) as [EventType, LiveEvent][];
}

/** Each job is given the payloads of its own kind alone. */
function jobsOf(jobs: Module['jobs']): [string, DeclaredJob<Services, unknown>][] {
  return Object.entries(jobs ?? {}) as unknown as [string, DeclaredJob<Services, unknown>][];
}

function claim<Key, Value>(claimed: Map<Key, Value>, module: string, key: Key, value: Value): void {
  if (claimed.has(key))
    throw new Error(`The module ${module} declares ${String(key)}, which another one has declared.`);
  claimed.set(key, value);
}
