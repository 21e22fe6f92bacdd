import type { Config } from './config.ts';
import type { DatabaseConnection } from './database/connect.ts';
import type { Idempotency } from './database/idempotency.ts';
import type { EventType } from './events/event.ts';
import type { Outbox } from './events/outbox.ts';
import type { Followable } from './events/topic.ts';
import type { Builder } from './graphql/builder.ts';
import type { Loaders, Services } from './graphql/context.ts';
import type { RequestBudget } from './graphql/request-budget.ts';
import type { LiveEvent } from './modules/live/index.ts';
import type { PersonFollower } from './modules/people/index.ts';
import type { AnyPostKind, PostKindName } from './modules/posts/index.ts';
import type { PageFollower, SubjectKind, SubjectSource } from './modules/subjects/index.ts';
import type { WallFollower } from './modules/walls/index.ts';
import type { Clock } from './platform/clock.ts';
import type { Logger } from './platform/log.ts';
import type { Viewer } from './platform/viewer.ts';

/** The answer of a module to what does not concern it. */
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
 * What all modules declare, for the modules whose business it is: they name no other. Complete once every service is made,
 * so that a service keeps it and reads it when it is asked.
 */
export interface Declared {
  readonly subjects: ReadonlyMap<SubjectKind, SubjectSource>;
  readonly topics: ReadonlyMap<string, Followable>;
  readonly pageMoved: readonly PageFollower[];
  readonly personMerged: readonly PersonFollower[];
  readonly wallMerged: readonly WallFollower[];
  readonly events: ReadonlyMap<EventType, LiveEvent>;
  readonly postKinds: ReadonlyMap<PostKindName, AnyPostKind>;
}

/**
 * What a capability tells the rest of the server. Every question is answered, with `none` where it does not concern it.
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
  /** The kind of subject that its rows are: what people react to and comment on. */
  readonly subjects: { kind: SubjectKind; source: (services: Pick<Services, Name | Needed>) => SubjectSource } | None;
  /** What of it can be followed live, by the GraphQL type of what a topic is the id of. */
  readonly topics: { type: string; followable: (services: Pick<Services, Name | Needed>) => Followable } | None;
  /** Takes along what it has at a page that moves. */
  readonly pageMoved: ((services: Pick<Services, Name | Needed>) => PageFollower) | None;
  /** Takes along what it has of a person who turns out to be another. */
  readonly personMerged: ((services: Pick<Services, Name | Needed>) => PersonFollower) | None;
  /** Moves its rows that are on a wall to the wall that this one becomes part of. */
  readonly wallMerged: ((services: Pick<Services, Name | Needed>) => WallFollower) | None;
  /** What it tells live; the GraphQL type of each, and the gathering, come of it. */
  readonly events: Partial<Record<EventType, LiveEvent>> | None;
  /** What posts can be because of it. */
  readonly postKind: AnyPostKind | None;
  /** Forgets the texts that were deleted before a moment. Answers how many. */
  readonly purge: ((services: Pick<Services, Name | Needed>, before: number) => Promise<number>) | None;
}

export type Module = Omit<ModuleOf<ServiceName, ServiceName>, 'loaders'> & {
  readonly loaders: ((parts: RequestParts<Services>) => Loaders[keyof Loaders]) | None;
};

/** Lets a module call no service but those that it says it needs. */
export function defineModule<Name extends ServiceName, Needed extends ServiceName = never>(
  module: ModuleOf<Name, Needed>,
): Module {
  return module as Module;
}
