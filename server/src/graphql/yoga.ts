import { randomUUID } from 'node:crypto';
import type { GraphQLSchema } from 'graphql';
import { createYoga } from 'graphql-yoga';
import { usePersistedOperations } from '@graphql-yoga/plugin-persisted-operations';
import type { Viewer } from '../platform/viewer.ts';
import type { CrossOrigin } from '../http/cross-origin.ts';
import type { HttpAnswer, HttpRequest } from '../http/exchange.ts';
import { jsonShape } from '../http/json-shape.ts';
import { badRequest } from './bad-request.ts';
import type { GraphQLContext } from './context.ts';
import type { Exchange, ExchangeContext } from './exchange-context.ts';
import { type Operations, unknownOperation } from './operations.ts';
import { allOrNothing } from './plugins/all-or-nothing.ts';
import { graphiqlPage } from './graphiql-page.ts';
import { jsonOnly } from './plugins/json-only.ts';
import { openStreams } from './plugins/open-streams.ts';
import { refusals } from './plugins/refusals.ts';
import { takePasses } from './plugins/take-passes.ts';
import { runOperations } from './plugins/run-operations.ts';
import type { RequestRefusals } from './request-refusals.ts';
import type { Subscriptions } from './subscriptions.ts';

export interface GraphQLOptions {
  schema: GraphQLSchema;
  operations: Operations;
  subscriptions: Pick<Subscriptions, 'open' | 'rightsVersion'>;
  crossOrigin: CrossOrigin;
  refusals: RequestRefusals;
  /** The texts of the documents that may be asked for by an id. */
  documents: ReadonlyMap<string, string>;
  /** Whether no others are taken. */
  trusted: boolean;
  graphiql: boolean;
  /** In bytes. */
  bodyLimit: number;
  /** In operations. */
  batchLimit: number;
  authenticate: (request: HttpRequest) => Promise<Viewer>;
  createContext: (viewer: Viewer, requestId: string, request: HttpRequest) => GraphQLContext;
  /** Takes page passes. Answers why some count as none. */
  takePasses: (viewer: Viewer, passes: readonly string[]) => Promise<readonly string[]>;
  /** The place of the event log that this process knows of. */
  eventCursor: () => string;
}

/** JSON is nested a few levels; what reads variables calls itself for each. */
const deepest = 64;
/** What of a request Yoga and its plugins look at. */
const readHeaders = [
  'accept',
  'content-type',
  'origin',
  'access-control-request-method',
  'access-control-request-headers',
];

/**
 * GraphQL over HTTP, by Yoga. A request is let in and its body read here, within the limits of the server, so that nothing is
 * read for somebody whose sign-in does not hold; what Yoga answers is written by the server, as all else is.
 */
export function createGraphQL(options: GraphQLOptions): (request: HttpRequest) => Promise<HttpAnswer> {
  const { crossOrigin, eventCursor, subscriptions } = options;
  const { handleRequest, fetchAPI } = createServer(options);
  return async (request) => {
    // Of before anything is read: what is told after it is not older than what is answered.
    const cursor = eventCursor();
    const exchange: Exchange = { request, requestId: randomUUID(), rights: subscriptions.rightsVersion };
    const body = request.method === 'OPTIONS' ? undefined : await letIn(exchange, options);
    const headers: Record<string, string> = {};
    for (const name of readHeaders) {
      const value = request.header(name);
      if (value !== null) headers[name] = value;
    }
    const { method } = request;
    const address = `http://localhost${request.path}${request.search}`;
    // `fetch` of Yoga would make an abort signal for each request, which nobody aborts.
    const response = await handleRequest(new fetchAPI.Request(address, { method, headers, body }), { exchange });
    const answered: Record<string, string> = {
      vary: crossOrigin.vary(request),
      'x-request-id': exchange.requestId,
      'x-parvis-cursor': cursor,
    };
    const { retryAfter = 0 } = exchange.graphql ?? {};
    if (retryAfter > 0) answered['retry-after'] = String(retryAfter);
    response.headers.forEach((value, name) => (answered[name.toLowerCase()] ??= value));
    return {
      status: response.status,
      headers: answered,
      body: exchange.answer?.body ?? ((await response.text()) || null),
    };
  };
}

function createServer({ schema, operations, subscriptions, crossOrigin, documents, ...options }: GraphQLOptions) {
  return createYoga<ExchangeContext>({
    schema,
    cors: (_request: unknown, context: unknown) => crossOrigin.policy((context as ExchangeContext).exchange.request),
    batching: { limit: options.batchLimit },
    extraParamNames: ['documentId'],
    graphiql: options.graphiql && { title: 'Parvis' },
    renderGraphiQL: graphiqlPage,
    landingPage: false,
    // Yoga answers health checks at every address that ends so: no address has a space, and ours is `/healthz`.
    healthCheckEndpoint: ' ',
    logging: false,
    multipart: false,
    // Those of operations are masked where they are made, by the id of their request; this is for what nobody has foreseen.
    maskedErrors: { maskError: (error) => options.refusals.masked(error) },
    parserAndValidationCache: false,
    maxRequestBodySize: false,
    plugins: [
      refusals(),
      jsonOnly(),
      usePersistedOperations({
        allowArbitraryOperations: true,
        getPersistedOperation: (id) => documents.get(id) ?? null,
        extractPersistedOperationId: (params) => (params as { documentId?: string }).documentId ?? null,
        customErrors: {
          notFound: () => unknownOperation(options.trusted),
          keyNotFound: () => badRequest('`query` must be a string.'),
        },
      }),
      takePasses(options.takePasses),
      runOperations(operations, documents),
      openStreams(operations, subscriptions, options.refusals),
      allOrNothing(),
    ],
  });
}

/** Who asks, and what they sent: kept in `exchange`, as why they are refused is. */
async function letIn(exchange: Exchange, options: GraphQLOptions): Promise<string | undefined> {
  const { request, requestId } = exchange;
  const { authenticate, createContext, crossOrigin, refusals } = options;
  try {
    if (!crossOrigin.allows(request)) {
      exchange.refusal = refusals.ofOrigin(request);
      return undefined;
    }
    exchange.graphql = createContext(await authenticate(request), requestId, request);
    if (request.method !== 'POST') {
      assertReadable(new URLSearchParams(request.search));
      return undefined;
    }
    const body = await request.body(options.bodyLimit);
    assertShape(body, options.batchLimit);
    return body;
  } catch (error) {
    exchange.refusal = refusals.of(error, requestId, request);
    return undefined;
  }
}

/** Before it is parsed: what is nested or listed without end costs more than it has bytes. @throws {GraphQLError} */
function assertShape(json: string, batchLimit = Infinity): void {
  const { depth, entries } = jsonShape(json);
  if (depth > deepest) throw badRequest(`JSON is nested ${deepest} levels deep at most here.`);
  if (json.trimStart().startsWith('[') && (entries > batchLimit || entries === 0))
    throw badRequest(`A batch has 1 to ${batchLimit} operations, not ${entries}.`);
}

/** Yoga takes JSON in an address that is none for a fault of the server. @throws {GraphQLError} */
function assertReadable(search: URLSearchParams): void {
  for (const name of ['variables', 'extensions']) {
    const json = search.get(name);
    if (!json) continue;
    assertShape(json);
    try {
      JSON.parse(json);
    } catch {
      throw badRequest(`\`${name}\` is not JSON.`);
    }
  }
}
