import { GraphQLSchema, lexicographicSortSchema } from 'graphql';
import { ANONYMOUS, STRANGER, type Viewer } from './auth/viewer.ts';
import { createLoaders, createServices, defineModules, type Platform } from './compose.ts';
import type { Config } from './config.ts';
import { connect, type DatabaseConnection } from './database/connect.ts';
import { type Clock, systemClock } from './platform/clock.ts';
import { createBuilder } from './platform/graphql/builder.ts';
import type { GraphQLContext, Services } from './platform/graphql/context.ts';
import { definePlatformSchema } from './platform/graphql/platform-schema.ts';
import { defineSettingsSchema } from './platform/graphql/settings-schema.ts';
import { Idempotency } from './platform/idempotency.ts';
import { RateLimit } from './platform/rate-limit.ts';

/** What a test may put in the place of the real thing. */
export interface AppOverrides {
  clock?: Clock;
}

/** The whole server, but for its port. */
export interface App {
  readonly config: Config;
  readonly clock: Clock;
  readonly database: DatabaseConnection;
  readonly services: Services;
  readonly schema: GraphQLSchema;
  /** What resolvers get, for a viewer. */
  createContext(viewer: Viewer, requestId: string): GraphQLContext;
  close(): Promise<void>;
}

/** Builds the server from its settings. Opens the database and nothing else; the caller migrates it. */
export function createApp(config: Config, { clock = systemClock }: AppOverrides = {}): App {
  const database = connect(config.databaseUrl);
  const platform: Platform = { config, database, clock, idempotency: new Idempotency(database, clock) };
  const services = createServices(platform);
  const rateLimit = new RateLimit(config.rateLimit, clock);
  const signedOut = config.anonymous === 'read' ? ANONYMOUS : STRANGER;
  return {
    config,
    clock,
    database,
    services,
    schema: buildSchema(platform),
    createContext(viewer = signedOut, requestId) {
      const newLoaders = () => createLoaders(services, viewer);
      return {
        viewer,
        services,
        rateLimit,
        requestId,
        createLoaders: newLoaders,
        loaders: newLoaders(),
        signInUrl: config.signInUrl,
      };
    },
    close: () => database.close(),
  };
}

function buildSchema(platform: Platform): GraphQLSchema {
  const { commentMaxLength, postMaxLength, editWindow, signInUrl } = platform.config;
  const builder = createBuilder();
  definePlatformSchema(builder);
  defineSettingsSchema(builder, { commentMaxLength, postMaxLength, editWindow, signInUrl });
  defineModules(builder, platform);
  return lexicographicSortSchema(builder.toSchema());
}
