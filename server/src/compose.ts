import type { Viewer } from './auth/viewer.ts';
import type { Config } from './config.ts';
import type { DatabaseConnection } from './database/connect.ts';
import type { Clock } from './platform/clock.ts';
import { createPeopleService, definePeopleSchema, PeopleLoaders } from './modules/people/index.ts';
import type { Builder } from './platform/graphql/builder.ts';
import type { Loaders, Services } from './platform/graphql/context.ts';
import type { Idempotency } from './platform/idempotency.ts';

/** What the modules are built from. */
export interface Platform {
  config: Config;
  database: DatabaseConnection;
  clock: Clock;
  idempotency: Idempotency;
}

/** Makes the services of all modules, each from the platform and the services that it needs. */
export function createServices({ config, database, clock }: Platform): Services {
  const people = createPeopleService(database, clock, config.chatUrl);
  return { people };
}

/** Makes the loaders of one request. */
export function createLoaders(services: Services, _viewer: Viewer): Loaders {
  return { people: new PeopleLoaders(services.people) };
}

/** Adds the types and fields of all modules to the schema. */
export function defineModules(builder: Builder, _platform: Platform): void {
  definePeopleSchema(builder);
}
