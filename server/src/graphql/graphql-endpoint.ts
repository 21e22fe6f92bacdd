import type { GraphQLSchema } from 'graphql';
import type { Authenticator } from '../auth/authenticator.ts';
import { KeysUnavailable } from '../auth/key-set.ts';
import type { Config } from '../config.ts';
import { ANONYMOUS, type Viewer } from '../platform/viewer.ts';
import { type Audience, Readership } from '../platform/audience.ts';
import type { Clock } from '../platform/clock.ts';
import { callerOf } from '../platform/caller.ts';
import type { EventHub } from '../events/event-hub.ts';
import type { GraphQLContext, Loaders, Services } from './context.ts';
import { ErrorMask } from './error-mask.ts';
import { graphqlRoute } from './graphql-route.ts';
import { Operations } from './operations.ts';
import { readOperations } from './own-operations.ts';
import { RequestBudget } from './request-budget.ts';
import { Subscriptions, type SubscriptionsOptions } from './subscriptions.ts';
import { RequestRefusals } from './request-refusals.ts';
import { createGraphQL } from './yoga.ts';
import { AddressList } from '../http/address-list.ts';
import { addressKey, clientAddress } from '../http/client-address.ts';
import type { CrossOrigin } from '../http/cross-origin.ts';
import type { HttpAnswer, HttpRequest } from '../http/exchange.ts';
import type { Logger } from '../platform/log.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { OperationMetrics } from '../metrics/operation-metrics.ts';
import { ProcessLimit } from '../platform/process-limit.ts';
import { type RateCounter, RateLimit } from '../platform/rate-limit.ts';
import type { SparingWarnings } from '../platform/sparing-warnings.ts';
import { widgetDocuments } from './widget-documents.ts';

export interface EndpointParts {
  config: Config;
  clock: Clock;
  log: Logger;
  warnings: SparingWarnings;
  authenticator: Authenticator;
  services: Services;
  schema: GraphQLSchema;
  /** Makes what one request reads by. */
  createLoaders: (viewer: Viewer, budget: RequestBudget) => Loaders;
  /** Where somebody who is signed out can sign in, if this server has such a page. */
  signInUrl: string | null;
  crossOrigin: CrossOrigin;
  metrics: Metrics;
  hub: EventHub;
  /** Whether an error of the database is one that passes. */
  isOutage: (error: unknown) => boolean;
  rateLimit: RateLimit;
  shared: { rateCounter: RateCounter };
  followable: SubscriptionsOptions['followable'];
}

/** What answers at `/graphql`, with the limits that the settings say. */
export function graphqlEndpoint({
  config,
  clock,
  log,
  warnings,
  authenticator,
  services,
  schema,
  createLoaders,
  signInUrl,
  crossOrigin,
  metrics,
  hub,
  isOutage,
  rateLimit,
  shared: { rateCounter },
  followable,
}: EndpointParts): (request: HttpRequest) => Promise<HttpAnswer> {
  const mask = new ErrorMask(log, signInUrl, (error) => isOutage(error) || error instanceof KeysUnavailable);
  const limits = {
    tokens: config.tokenLimit,
    depth: config.depthLimit,
    aliases: config.aliasLimit,
    cost: config.costLimit,
  };
  const operationMetrics = new OperationMetrics(metrics);
  const parseLimit = new ProcessLimit(config.parseLimit, clock);
  const readLimit = new ProcessLimit(config.readLimit, clock);
  const trusted = config.operations === 'trusted';
  const documents = new Map([...readOperations(config.operationsFiles, schema), ...widgetDocuments]);
  const operations = new Operations({
    schema,
    limits,
    mask,
    parseLimit,
    readLimit,
    own: new Set(documents.values()),
    trusted,
    ran: (run) => operationMetrics.ran(run),
  });
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
    refusals(
      'parvis_read_limit_refusals_total',
      'Operations that were refused because somebody read the same too often.',
      readLimit,
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
    const newLoaders = () => createLoaders(viewer, budget);
    return {
      viewer,
      services,
      rateLimit,
      searchLimit,
      caller: callerOf(viewer, address, config.addressPeople),
      budget,
      seesSchema: !trusted && (!isProduction || viewer.id !== null),
      requestId,
      retryAfter: 0,
      createLoaders: newLoaders,
      loaders: newLoaders(),
    };
  };
  const answer = createGraphQL({
    schema,
    crossOrigin,
    refusals: new RequestRefusals(crossOrigin, mask, warnings),
    operations,
    graphiql: !isProduction && !trusted,
    trusted,
    bodyLimit: config.bodyLimit,
    batchLimit: config.batchLimit,
    documents,
    authenticate,
    takePasses: (viewer, passes) => services.passes.take(viewer, passes),
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
      followable,
      createContext: (requestId, audiences) => newContext(readerIn(audiences), requestId, ''),
    }),
    eventCursor: () => hub.log.cursor,
  });
  return graphqlRoute(answer);
}

function refusals(name: string, help: string, limit: { readonly refusals: number }) {
  return { name, help, type: 'counter' as const, read: () => limit.refusals };
}

/** Somebody who reads what is for these audiences, and has no rights of their own. */
function readerIn(audiences: readonly Audience[]): Viewer {
  return { ...ANONYMOUS, readership: Readership.of(['everyone', ...audiences]) };
}
