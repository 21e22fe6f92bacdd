import type { IncomingMessage, ServerResponse } from 'node:http';
import { type GraphQLSchema, lexicographicSortSchema } from 'graphql';
import { sql } from 'kysely';
import type { Directory, Strategy } from './auth/strategy.ts';
import { demoSignIn, demoSignInPath } from './auth/demo/demo-sign-in.ts';
import { KeysUnavailable } from './auth/key-set.ts';
import type { Persona } from './auth/demo/demo-sign-in-page.ts';
import { defineViewerSchema } from './auth/viewer-schema.ts';
import { viewerOf } from './platform/viewer.ts';
import { createServices, defineModules, type Platform } from './compose.ts';
import type { Config } from './config.ts';
import { connect, type DatabaseConnection } from './database/connect.ts';
import { isOutage } from './database/outage.ts';
import { watchWrites } from './database/write-watch.ts';
import { graphqlEndpoint } from './graphql-endpoint.ts';
import { createHost, hostFiles, nothingHere } from './http/host.ts';
import { type Clock, systemClock } from './platform/clock.ts';
import { EventHub } from './events/event-hub.ts';
import { Outbox } from './events/outbox.ts';
import { OutboxRelay } from './events/outbox-relay.ts';
import { createBuilder } from './graphql/builder.ts';
import type { Services } from './graphql/context.ts';
import { ErrorMask } from './graphql/error-mask.ts';
import { graphqlRoute } from './graphql/graphql-route.ts';
import { definePlatformSchema } from './graphql/platform-schema.ts';
import { defineSettingsSchema } from './graphql/settings-schema.ts';
import { AddressList } from './http/address-list.ts';
import { BodyPool } from './http/body-pool.ts';
import { CrossOrigin } from './http/cross-origin.ts';
import { privateHeaders } from './http/exchange.ts';
import { knownHosts } from './http/known-hosts.ts';
import { FetchRequest, toResponse } from './http/fetch-adapter.ts';
import { NodeRequest, writeAnswer } from './http/node-adapter.ts';
import { Idempotency } from './database/idempotency.ts';
import { createLog, type Logger } from './platform/log.ts';
import { measured } from './metrics/database-metrics.ts';
import { addEventMetrics } from './metrics/event-metrics.ts';
import { Metrics } from './metrics/metrics.ts';
import { metricsRoute } from './metrics/metrics-route.ts';
import { observing } from './metrics/observed.ts';
import { Readiness } from './http/readiness.ts';
import { createShared } from './shared.ts';
import { SparingWarnings } from './platform/sparing-warnings.ts';

/** What a test may put in the place of the real thing. */
export interface AppOverrides {
  clock?: Clock;
  log?: Logger;
  /** Asked who signs in before those of the settings are. */
  strategies?: (directory: Directory) => Strategy[];
}

/** The whole server, but for its port. */
export interface App {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Logger;
  readonly database: DatabaseConnection;
  readonly services: Services;
  readonly idempotency: Idempotency;
  readonly schema: GraphQLSchema;
  readonly events: EventHub;
  /** Answers a request in memory, but for files. @param remoteAddress - Of the peer. */
  fetch(request: Request, remoteAddress?: string): Promise<Response>;
  /** Answers a request of `node:http`. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Why this process cannot go on, and has to be started again; pending as long as it can. */
  readonly failure: Promise<Error>;
  /** From now on `/readyz` says no, so that nothing new is sent here, and event streams end, so that they begin elsewhere. */
  drain(): void;
  /** Tells those who follow events what this process writes, and what others left. Not for a program that only writes. */
  start(): void;
  close(): Promise<void>;
}

/** Builds the server from its settings. Opens the database and nothing else; the caller migrates it. */
export function createApp(config: Config, overrides: AppOverrides = {}): App {
  const clock = overrides.clock ?? systemClock;
  const log = overrides.log ?? createLog(config.logLevel);
  const warnings = new SparingWarnings(clock, log);
  const metrics = new Metrics();
  let failed!: (error: Error) => void;
  const failure = new Promise<Error>((resolve) => (failed = resolve));
  const connection = connect(config.databaseUrl, {
    poolSize: config.databasePool,
    onError: (error) => log.warn({ err: error }, 'a connection to the database ended'),
    onDamage: failed,
  });
  const { database, takesWrites } = watchWrites(measured(connection, metrics));
  const idempotency = new Idempotency(database, clock);
  const shared = createShared(config.redisUrl, clock, log);
  const { eventLog } = shared;
  const hub = new EventHub({ log: eventLog, clock, logger: log });
  const relay = new OutboxRelay({ database, log: eventLog, clock, logger: log });
  const outbox = new Outbox(relay, clock);
  addEventMetrics(metrics, { log: eventLog, streams: hub.figures, waiting: () => relay.backlog });
  const platform: Platform = { config, database, clock, log, idempotency, outbox };
  const services = createServices(platform);
  const signInUrl = config.signInUrl ?? (config.auth.includes('demo') ? demoSignInPath : null);
  const schema = buildSchema(platform, signInUrl);
  const crossOrigin = new CrossOrigin(config.origins);
  const readiness = new Readiness([
    { trouble: 'the database does not answer', essential: true, passes: () => answers(database) },
    { trouble: 'the database takes no writes: its disk may be full', essential: false, passes: takesWrites },
    { trouble: 'events come late: Redis does not answer', essential: false, passes: () => eventLog.connected },
  ]);

  const host = createHost({
    graphql: graphqlRoute(
      graphqlEndpoint({
        platform,
        warnings,
        signIn: { log, strategies: overrides.strategies },
        services,
        schema,
        crossOrigin,
        mask: new ErrorMask(log, signInUrl, (error) => isOutage(error) || error instanceof KeysUnavailable),
        metrics,
        hub,
        rateCounter: shared.rateCounter,
      }),
    ),
    routes: [
      metricsRoute(metrics, { token: config.metricsToken, local: config.metricsLocal }),
      ...(config.auth.includes('demo')
        ? [
            demoSignIn({
              personas: () => readPersonas(config, services),
              defaultPersona: config.demoPersona,
              crossOrigin,
            }),
          ]
        : []),
    ],
    answersFor: knownHosts(config.hosts, (host) =>
      warnings.warn(
        `host ${host}`,
        { host, expected: config.hosts },
        'a request was for a host that is not in PARVIS_HOSTS',
      ),
    ),
    ready: () => readiness.answer(),
  });
  const files = hostFiles(config.demo);
  const observe = observing(metrics, log);
  const bodies = new BodyPool();
  const trustedProxies = new AddressList(config.trustedProxies);

  return {
    config,
    clock,
    log,
    database,
    services,
    idempotency,
    schema,
    events: hub,
    failure,
    async fetch(request, remoteAddress = '127.0.0.1') {
      const answer = await observe(
        new FetchRequest(request, remoteAddress),
        async (asked) => (await host(asked)) ?? nothingHere(asked),
      );
      return toResponse(answer, request.method === 'HEAD');
    },
    async handle(request, response) {
      try {
        const answer = await observe(new NodeRequest(request, bodies, trustedProxies), async (asked) => {
          const answer = await host(asked);
          if (answer) return answer;
          const status = await files(request, response);
          return status === null ? nothingHere(asked) : { status };
        });
        if ('headers' in answer) writeAnswer(response, answer, request.method === 'HEAD');
      } catch (error) {
        log.error({ err: error, url: request.url }, 'request failed');
        if (!response.headersSent) response.writeHead(500, privateHeaders);
        response.end();
      }
    },
    drain() {
      readiness.drain();
      hub.drain();
    },
    start() {
      hub.start();
      relay.start();
    },
    async close() {
      await relay.stop();
      hub.close();
      await shared.close();
      await database.close();
    },
  };
}

/** The schema, in an order that does not depend on that of the modules. */
export function buildSchema(platform: Platform, signInUrl: string | null): GraphQLSchema {
  const { commentMaxLength, postMaxLength, editWindow } = platform.config;
  const builder = createBuilder();
  definePlatformSchema(builder);
  defineSettingsSchema(builder, { commentMaxLength, postMaxLength, editWindow, signInUrl });
  defineViewerSchema(builder);
  defineModules(builder, platform);
  return lexicographicSortSchema(builder.toSchema());
}

async function readPersonas({ demoPersonas }: Config, { people }: Services): Promise<Persona[]> {
  const personas = await Promise.all(
    demoPersonas.map(async (handle): Promise<Persona[]> => {
      const found = await people.identify({ handle });
      const person = found && (await people.person(viewerOf(found.person, found.role), handle));
      return person
        ? [{ handle, name: person.name, role: found.role, jobTitle: person.jobTitle, department: person.department }]
        : [];
    }),
  );
  return personas.flat();
}

async function answers(database: DatabaseConnection): Promise<boolean> {
  return sql`select 1`.execute(database.db).then(
    () => true,
    () => false,
  );
}
