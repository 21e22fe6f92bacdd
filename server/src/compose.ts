import { type GraphQLSchema, lexicographicSortSchema } from 'graphql';
import { defineViewerSchema } from './auth/viewer-schema.ts';
import { createBuilder } from './graphql/builder.ts';
import type { Services } from './graphql/context.ts';
import { definePlatformSchema } from './graphql/platform-schema.ts';
import { declarations, declare } from './module-declarations.ts';
import { type LoaderFactory, loaderFactory } from './module-loaders.ts';
import { byNeeds } from './module-order.ts';
import type { Route } from './http/exchange.ts';
import { type Declared, type Module, none, type Platform } from './module.ts';
import type { AudienceSource } from './platform/audience.ts';
import type { Background } from './platform/background.ts';
import { absences } from './modules/absences/module.ts';
import { comments } from './modules/comments/module.ts';
import { follows } from './modules/follows/module.ts';
import { groups } from './modules/groups/module.ts';
import { live } from './modules/live/module.ts';
import { mails } from './modules/mails/module.ts';
import { notifications } from './modules/notifications/module.ts';
import { passes } from './modules/passes/module.ts';
import { people } from './modules/people/module.ts';
import { polls } from './modules/polls/module.ts';
import { posts } from './modules/posts/module.ts';
import { reactions } from './modules/reactions/module.ts';
import { richText } from './modules/rich-text/module.ts';
import { subjects } from './modules/subjects/module.ts';
import { walls } from './modules/walls/module.ts';
import type { JobHandlers } from './queue/job.ts';

/** All modules. Each one declares which others it needs. */
export const modules: readonly Module[] = [
  people,
  absences,
  richText,
  subjects,
  passes,
  comments,
  walls,
  groups,
  posts,
  polls,
  reactions,
  follows,
  mails,
  notifications,
  live,
];

/** The modules, put together. */
export interface Composition {
  readonly services: Services;
  readonly schema: GraphQLSchema;
  readonly createLoaders: LoaderFactory;
  /** What modules know of what a person may read. */
  readonly audiences: readonly AudienceSource[];
  /** Removes the texts that were deleted before a moment. Returns their number. */
  purge(before: number): Promise<number>;
  readonly jobs: JobHandlers;
  readonly routes: readonly Route[];
  /** What modules do beside requests and jobs. */
  readonly background: readonly Background[];
}

/**
 * Creates the service of each module after those that it needs, then connects their declarations.
 *
 * @param signInUrl - The address of the sign-in page; null if this server has none.
 * @throws {Error} where modules need each other in a circle or something that is not there, or claim the same thing.
 */
export function compose(modules: readonly Module[], platform: Platform, signInUrl: string | null): Composition {
  const declared = declarations();
  const services: Partial<Services> = {};
  const ordered = byNeeds(modules).map((module) => {
    Object.assign(services, { [module.name]: module.service(platform, those(services, module.needs), declared) });
    return { module, known: those(services, [module.name, ...module.needs]) };
  });
  for (const { module, known } of ordered) declare(declared, module, known);
  declared.personMerged.push(platform.idempotency);
  return {
    services: services as Services,
    schema: buildSchema(modules, platform, declared, signInUrl),
    createLoaders: loaderFactory(ordered),
    jobs: declared.jobs,
    audiences: declared.audiences,
    routes: ordered.flatMap(({ module, known }) => module.routes?.(known) ?? []),
    background: ordered.flatMap(({ module, known }) => module.background?.(known) ?? []),
    async purge(before) {
      let forgotten = 0;
      for (const { module, known } of ordered) forgotten += (await module.purge?.(known, before)) ?? 0;
      return forgotten;
    },
  };
}

/** Only the services that a module needs, so that it cannot call others. */
function those(services: Partial<Services>, names: readonly (keyof Services)[]): Services {
  return Object.fromEntries(names.map((name) => [name, services[name]])) as unknown as Services;
}

/** The schema, sorted, so that it does not depend on the order of the modules. */
function buildSchema(
  modules: readonly Module[],
  platform: Platform,
  declared: Declared,
  signInUrl: string | null,
): GraphQLSchema {
  const builder = createBuilder();
  definePlatformSchema(builder, { signInUrl });
  defineViewerSchema(builder);
  for (const { schema } of modules) if (schema !== none) schema(builder, platform, declared);
  return lexicographicSortSchema(builder.toSchema());
}
