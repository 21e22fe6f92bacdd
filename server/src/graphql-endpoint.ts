import type { GraphQLSchema } from 'graphql';
import { createAuthenticator } from './auth/authenticator.ts';
import { ANONYMOUS, type Viewer } from './platform/viewer.ts';
import { createLoaders, type Platform } from './compose.ts';
import { callerOf } from './platform/caller.ts';
import type { EventHub } from './events/event-hub.ts';
import type { GraphQLContext, Services } from './graphql/context.ts';
import type { ErrorMask } from './graphql/error-mask.ts';
import { Operations } from './graphql/operations.ts';
import { ParseLimit } from './graphql/parse-limit.ts';
import { RequestBudget } from './graphql/request-budget.ts';
import { Subscriptions } from './graphql/subscriptions.ts';
import { RequestRefusals } from './graphql/request-refusals.ts';
import { createGraphQL } from './graphql/yoga.ts';
import { AddressList } from './http/address-list.ts';
import { addressKey, clientAddress } from './http/client-address.ts';
import type { CrossOrigin } from './http/cross-origin.ts';
import type { HttpAnswer, HttpRequest } from './http/exchange.ts';
import type { Logger } from './platform/log.ts';
import type { Metrics } from './metrics/metrics.ts';
import { OperationMetrics } from './metrics/operation-metrics.ts';
import { type RateCounter, RateLimit } from './platform/rate-limit.ts';
import type { SparingWarnings } from './platform/sparing-warnings.ts';
import { widgetDocuments } from './graphql/widget-documents.ts';

export interface GraphQLParts {
  platform: Platform;
  warnings: SparingWarnings;
  /** Ways to sign in that a test adds, and where it is said why somebody is not. */
  signIn: { log: Logger; strategies: Parameters<typeof createAuthenticator>[4] };
  services: Services;
  schema: GraphQLSchema;
  crossOrigin: CrossOrigin;
  mask: ErrorMask;
  metrics: Metrics;
  hub: EventHub;
  rateCounter: RateCounter;
}

/** What answers at `/graphql`, with the limits that the settings say. */
export function graphqlEndpoint({
  platform: { config, clock },
  warnings,
  signIn,
  services,
  schema,
  crossOrigin,
  mask,
  metrics,
  hub,
  rateCounter,
}: GraphQLParts): (request: HttpRequest) => Promise<HttpAnswer> {
  const limits = {
    tokens: config.tokenLimit,
    depth: config.depthLimit,
    aliases: config.aliasLimit,
    cost: config.costLimit,
  };
  const operationMetrics = new OperationMetrics(metrics);
  const parseLimit = new ParseLimit(config.parseLimit, clock);
  const operations = new Operations({
    schema,
    limits,
    mask,
    parseLimit,
    own: new Set(widgetDocuments.values()),
    ran: (run) => operationMetrics.ran(run),
  });
  const authenticator = createAuthenticator(config, services.people, clock, signIn.log, signIn.strategies);
  const rateLimit = new RateLimit(config.rateLimit, rateCounter);
  const searchLimit = new RateLimit(config.searchLimit, rateCounter);
  metrics.add(
    refusals(
      'parvis_rate_limit_refusals_total',
      'Calls of mutations that were refused because somebody made too many.',
      rateLimit,
    ),
    refusals(
      'parvis_search_limit_refusals_total',
      'Searches that were refused because somebody made too many.',
      searchLimit,
    ),
    refusals(
      'parvis_parse_limit_refusals_total',
      'Documents that were not parsed because somebody sent too many new or invalid ones.',
      parseLimit,
    ),
  );
  const trustedProxies = new AddressList(config.trustedProxies);
  const isProduction = config.environment === 'production';
  const authenticate = (request: HttpRequest) => authenticator.viewer(request);
  const newContext = (viewer: Viewer, requestId: string, address: string): GraphQLContext => {
    const budget = new RequestBudget({
      objects: config.costLimit,
      bytes: config.answerLimit,
      tokens: config.tokenLimit,
    });
    const newLoaders = () => createLoaders(services, viewer, budget);
    return {
      viewer,
      services,
      rateLimit,
      searchLimit,
      caller: callerOf(viewer, address, config.addressPeople),
      budget,
      seesSchema: !isProduction || viewer.id !== null,
      requestId,
      createLoaders: newLoaders,
      loaders: newLoaders(),
    };
  };
  return createGraphQL({
    schema,
    crossOrigin,
    refusals: new RequestRefusals(crossOrigin, mask, warnings),
    operations,
    graphiql: !isProduction,
    bodyLimit: config.bodyLimit,
    batchLimit: config.batchLimit,
    documents: widgetDocuments,
    authenticate,
    createContext: (viewer, requestId, request) =>
      newContext(viewer, requestId, addressKey(clientAddress(request, trustedProxies))),
    subscriptions: new Subscriptions({
      hub,
      schema,
      operations,
      mask,
      topicLimit: config.topicLimit,
      streamLimit: config.streamLimit,
      authenticate,
      followable: (viewer, topics) => services.topics.followable(viewer, topics),
      createContext: (requestId) => newContext(ANONYMOUS, requestId, ''),
    }),
    eventCursor: () => hub.log.cursor,
  });
}

function refusals(name: string, help: string, limit: { readonly refusals: number }) {
  return { name, help, type: 'counter' as const, read: () => limit.refusals };
}
