import { createAuthenticator } from './auth/authenticator.ts';
import { demoPersonas } from './auth/demo/demo-personas.ts';
import { demoSignIn, demoSignInPath } from './auth/demo/demo-sign-in.ts';
import type { Directory, Strategy } from './auth/strategy.ts';
import { compose, type Composition, modules } from './compose.ts';
import type { Config } from './config.ts';
import { createPlatform, type RunningPlatform } from './create-platform.ts';
import { graphqlEndpoint } from './graphql/graphql-endpoint.ts';
import type { Route } from './http/exchange.ts';
import { createHost } from './http/host.ts';
import { knownHosts } from './http/known-hosts.ts';
import { metricsRoute } from './metrics/metrics-route.ts';
import { createWorker } from './create-worker.ts';
import { gatheredEvents, noticedEvents } from './module-declarations.ts';
import { type Running, running } from './running.ts';

/** What a test may replace. */
export interface AppOverrides extends Partial<Pick<RunningPlatform, 'clock' | 'log'>> {
  /** Strategies that are asked before those of the settings. */
  strategies?: (directory: Directory) => Strategy[];
}

/** The whole server, but for its port. */
export interface App
  extends
    Running,
    Omit<Composition, 'audiences' | 'background' | 'createLoaders' | 'jobs' | 'routes'>,
    Pick<
      RunningPlatform,
      'config' | 'clock' | 'log' | 'database' | 'idempotency' | 'failure' | 'audit' | 'queue' | 'jobs'
    > {
  readonly events: RunningPlatform['hub'];
}

/** Builds the server from its settings. Opens the database and nothing else; the caller migrates it. */
export function createApp(config: Config, { clock, log, strategies }: AppOverrides = {}): App {
  const platform = createPlatform(config, {
    clock,
    log,
    gathered: gatheredEvents(modules),
    noticed: noticedEvents(modules),
  });
  const signInUrl = config.signInUrl ?? (config.auth.includes('demo') ? demoSignInPath : null);
  const composition = compose(modules, platform, signInUrl);
  const { services, schema, purge } = composition;
  const graphql = graphqlEndpoint({
    ...platform,
    ...composition,
    signInUrl,
    authenticator: createAuthenticator(
      config,
      services.people,
      composition.audiences,
      platform.clock,
      platform.log,
      strategies,
    ),
    followable: (viewer, topics) => services.live.followable(viewer, topics),
  });
  const host = createHost({
    graphql,
    routes: routes(platform, composition),
    answersFor: knownHosts(config.hosts, (host) =>
      platform.warnings.warn(
        `host ${host}`,
        { host, expected: config.hosts },
        'a request was for a host that is not in PARVIS_HOSTS',
      ),
    ),
    ready: () => platform.readiness.answer(),
  });
  const { database, idempotency, failure, audit, queue, jobs, hub } = platform;
  return {
    ...running(platform, host, createWorker(platform, composition), composition.background),
    ...{ config, clock: platform.clock, log: platform.log, database, idempotency, failure, audit, queue, jobs },
    ...{ services, schema, purge, events: hub },
  };
}

function routes({ config, metrics, crossOrigin }: RunningPlatform, { services, routes }: Composition): Route[] {
  const personas = () => demoPersonas(config.demoPersonas, services.people);
  return [
    metricsRoute(metrics, { tokens: config.metricsToken, local: config.metricsLocal }),
    ...(config.auth.includes('demo')
      ? [demoSignIn({ personas, defaultPersona: config.demoPersona, crossOrigin })]
      : []),
    ...routes,
  ];
}
