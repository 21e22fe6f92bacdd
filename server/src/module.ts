import type { AuditLog } from './audit/audit-log.ts';
import type { Config } from './config.ts';
import type { DatabaseConnection } from './database/connect.ts';
import type { Idempotency } from './database/idempotency.ts';
import type { EventType } from './events/event.ts';
import type { Outbox } from './events/outbox.ts';
import type { Followable } from './events/topic.ts';
import type { Builder } from './graphql/builder.ts';
import type { Loaders, Services } from './graphql/context.ts';
import type { RequestBudget } from './graphql/request-budget.ts';
import type { Route } from './http/exchange.ts';
import type { AnswerTaker, DeclaredAnswers } from './mail/mail-answer.ts';
import type { MailComposer, MailKind, MailKinds } from './mail/outgoing/mail-composer.ts';
import type { Metrics } from './metrics/metrics.ts';
import type { LiveEvent } from './modules/live/index.ts';
import type { NoticeDeclaration, NoticeKind, NoticeSource } from './events/notices.ts';
import type { Acquaintances, PersonFollower } from './modules/people/index.ts';
import type { AnyPostKind, PostKindName } from './modules/posts/index.ts';
import type { PageFollower, SubjectKind, SubjectSource } from './modules/subjects/index.ts';
import type { WallFollower, WallKind, WallOwners } from './modules/walls/index.ts';
import type { AudienceSource } from './platform/audience.ts';
import type { Background } from './platform/background.ts';
import type { Clock } from './platform/clock.ts';
import type { Logger } from './platform/log.ts';
import type { Secrets } from './platform/secrets.ts';
import type { RateLimit } from './platform/rate-limit.ts';
import type { Viewer } from './platform/viewer.ts';
import type { JobHandler, JobHandlers, JobKind, JobKinds, JobRun } from './queue/job.ts';
import type { JobQueue } from './queue/job-queue.ts';

/** The value of a member that does not concern a module. */
export const none = null;
export type None = typeof none;

/** What modules are built from, beside one another. */
export interface Platform {
  readonly config: Config;
  readonly database: DatabaseConnection;
  readonly clock: Clock;
  readonly log: Logger;
  readonly idempotency: Idempotency;
  readonly outbox: Outbox;
  readonly audit: AuditLog;
  readonly queue: JobQueue;
  readonly metrics: Metrics;
  /** How often one person may write. */
  readonly rateLimit: RateLimit;
  readonly secrets: Secrets;
}

export type ServiceName = keyof Services & string;

/** What the loaders of one request are made from. */
export interface RequestParts<Known> {
  readonly services: Known;
  readonly viewer: Viewer;
  readonly budget: RequestBudget;
  /** Those of the other modules, each made when it is first asked for. */
  readonly loaders: Loaders;
}

/**
 * The declarations of all modules, for the modules that need them: so they name no other module. Complete once every
 * service is created, so a service stores it and reads it later.
 */
export interface Declared {
  readonly subjects: ReadonlyMap<SubjectKind, SubjectSource>;
  readonly topics: ReadonlyMap<string, Followable>;
  readonly pageMoved: readonly PageFollower[];
  readonly personMerged: readonly PersonFollower[];
  readonly wallMerged: readonly WallFollower[];
  readonly events: ReadonlyMap<EventType, LiveEvent>;
  readonly postKinds: ReadonlyMap<PostKindName, AnyPostKind>;
  readonly jobs: JobHandlers;
  readonly wallOwners: ReadonlyMap<WallKind, WallOwners>;
  readonly audiences: readonly AudienceSource[];
  readonly acquaintances: readonly Acquaintances[];
  readonly notices: ReadonlyMap<EventType, NoticeSource>;
  readonly noticeKinds: ReadonlyMap<NoticeKind, NoticeDeclaration>;
  readonly answers: ReadonlyMap<string, DeclaredAnswers>;
  readonly mails: ReadonlyMap<string, MailComposer>;
}

/** How a module does the jobs of one kind, with the services that it knows. */
export interface DeclaredJob<Known, Payload> extends Omit<JobHandler<Payload>, 'run'> {
  run(services: Known, job: JobRun<Payload>): Promise<void>;
}

/**
 * The declaration of a module to the rest of the server. Every member has a value, `none` if it does not concern the module.
 *
 * @typeParam Name - Of the module, and of its service.
 * @typeParam Needed - The modules whose services it calls.
 */
export interface ModuleOf<Name extends ServiceName, Needed extends ServiceName> {
  readonly name: Name;
  /** The modules whose services it calls: `compose` makes them first. */
  readonly needs: readonly Needed[];
  readonly service: (platform: Platform, services: Pick<Services, Needed>, declared: Declared) => Services[Name];
  /** What batches the reads of one request. */
  readonly loaders: Name extends keyof Loaders
    ? (parts: RequestParts<Pick<Services, Name | Needed>>) => Loaders[Name]
    : None;
  /** Adds its types and fields to the GraphQL schema. */
  readonly schema: ((builder: Builder, platform: Platform, declared: Declared) => void) | None;
  /** The kind of subjects that its rows are, which people can react to and comment on. */
  readonly subjects: { kind: SubjectKind; source: (services: Pick<Services, Name | Needed>) => SubjectSource } | None;
  /** Which of its objects can be followed live, by the GraphQL type in the topic, which is their global id. */
  readonly topics: { type: string; followable: (services: Pick<Services, Name | Needed>) => Followable } | None;
  /** Moves its rows of a page to the new key of the page. */
  readonly pageMoved: ((services: Pick<Services, Name | Needed>) => PageFollower) | None;
  /** Moves its rows of a person to the person into whom they are merged. */
  readonly personMerged: ((services: Pick<Services, Name | Needed>) => PersonFollower) | None;
  /** Moves its rows that are on a wall to the wall that this one becomes part of. */
  readonly wallMerged: ((services: Pick<Services, Name | Needed>) => WallFollower) | None;
  /** The live events that it publishes. Their GraphQL types and the merging of events are derived from it. */
  readonly events: Partial<Record<EventType, LiveEvent>> | None;
  /** The kind of posts that it adds. */
  readonly postKind: AnyPostKind | None;
  /** Whose walls there are because of it, by their kind. */
  readonly walls: ((services: Pick<Services, Name | Needed>) => Partial<Record<WallKind, WallOwners>>) | None;
  /** The audiences of its own that a person is in. */
  readonly audiences: ((services: Pick<Services, Name | Needed>) => AudienceSource) | None;
  /** The people whom a guest of the company may find because of it. */
  readonly acquaintances: ((services: Pick<Services, Name | Needed>) => Acquaintances) | None;
  /** What people are told of because of it: after which events, of which kinds. */
  readonly notices:
    | {
        readonly after: readonly EventType[];
        readonly kinds: Partial<Record<NoticeKind, NoticeDeclaration>>;
        readonly source: (services: Pick<Services, Name | Needed>) => NoticeSource;
      }
    | None;
  /** Removes the texts that were deleted before a moment. Returns their number. */
  readonly purge: ((services: Pick<Services, Name | Needed>, before: number) => Promise<number>) | None;
  /** The work that it leaves for later, or does again and again. */
  readonly jobs: { readonly [Kind in JobKind]?: DeclaredJob<Pick<Services, Name | Needed>, JobKinds[Kind]> } | None;
  /** The mails that it writes, by their kind. */
  readonly mails:
    | ((services: Pick<Services, Name | Needed>) => { readonly [Kind in MailKind]?: MailComposer<MailKinds[Kind]> })
    | None;
  /** What of it can be answered by mail, by GraphQL type. */
  readonly answers:
    | {
        readonly types: readonly string[];
        readonly countAs: string;
        readonly taker: (services: Pick<Services, Name | Needed>) => AnswerTaker;
      }
    | None;
  /** What it answers to requests outside of GraphQL. */
  readonly routes: ((services: Pick<Services, Name | Needed>) => readonly Route[]) | None;
  readonly background: ((services: Pick<Services, Name | Needed>) => Background) | None;
}

export type Module = Omit<ModuleOf<ServiceName, ServiceName>, 'loaders'> & {
  readonly loaders: ((parts: RequestParts<Services>) => Loaders[keyof Loaders]) | None;
};

/** Types a module so that it can call only the services of the modules that it needs. */
export function defineModule<Name extends ServiceName, Needed extends ServiceName = never>(
  module: ModuleOf<Name, Needed>,
): Module {
  return module as Module;
}
