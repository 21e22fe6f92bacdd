import { randomUUID } from 'node:crypto';
import type { DocumentNode, GraphQLError, GraphQLSchema } from 'graphql';
import { SignInRefused } from '../auth/strategy.ts';
import type { Audience } from '../platform/audience.ts';
import type { Viewer } from '../platform/viewer.ts';
import type { EventHub } from '../events/event-hub.ts';
import type { Authorization } from '../events/event-stream.ts';
import { type Denied, StreamShares } from '../events/stream-shares.ts';
import type { HttpAnswer, HttpRequest } from '../http/exchange.ts';
import { type GlobalId, toGlobalId } from '../platform/ids.ts';
import { Refusal } from '../platform/refusal.ts';
import type { GraphQLContext } from './context.ts';
import type { ErrorMask } from './error-mask.ts';
import { limitError } from './limit-error.ts';
import { isPrepared, type OperationParams, type Operations } from './operations.ts';
import { SubscriptionRendering } from './subscription-rendering.ts';

/** Widgets of one version have one document, which counts for nobody; those of the version before have another. */
const documentLimits = { documents: 4, allDocuments: 100 };
/** Of the variables that a document needs beside the topics, as JSON. */
const longestVariables = 10_000;

export interface SubscriptionsOptions {
  hub: EventHub;
  schema: GraphQLSchema;
  operations: Operations;
  mask: ErrorMask;
  /** Of one stream. */
  topicLimit: number;
  /** Of one person. */
  streamLimit: number;
  authenticate: (request: HttpRequest) => Promise<Viewer>;
  /**
   * The topics that a viewer may follow, each with what it is called where events are told.
   *
   * @throws {Refusal} for somebody who may follow nothing.
   */
  followable: (viewer: Viewer, topics: readonly GlobalId[]) => Promise<ReadonlyMap<GlobalId, GlobalId>>;
  /** For a reader who is in some audiences, and has no rights of their own. */
  createContext: (requestId: string, audiences: readonly Audience[]) => GraphQLContext;
}

/** Opens the event streams of subscriptions. */
export class Subscriptions {
  readonly #options: SubscriptionsOptions;
  readonly #shares: StreamShares;

  constructor(options: SubscriptionsOptions) {
    this.#options = options;
    this.#shares = new StreamShares({ streams: options.streamLimit, ...documentLimits });
  }

  /** Changes whenever somebody's rights do. */
  get rightsVersion(): number {
    return this.#options.hub.rightsVersion;
  }

  /**
   * The stream that a subscription asks for, or what is wrong with it.
   *
   * @param rights - The version of rights before it was asked who the viewer is.
   * @throws {Refusal} for somebody who may follow nothing.
   */
  async open(
    request: HttpRequest,
    params: OperationParams,
    context: GraphQLContext,
    rights: number,
  ): Promise<HttpAnswer | readonly GraphQLError[]> {
    const { hub, operations, topicLimit } = this.#options;
    const prepared = operations.subscription(params, context);
    if (!isPrepared(prepared)) return prepared;
    const subscription = prepared.subscription!;
    const variables = params.variables ?? {};
    const args = subscription.argumentsOf(variables);
    if (Array.isArray(args)) return args as readonly GraphQLError[];
    const { topics, after = null } = args as { topics: GlobalId[]; after?: string | null };
    if (topics.length > topicLimit)
      return [limitError(`A stream follows ${topicLimit} topics at most, not ${topics.length}.`)];

    const rest = subscription.variablesOf(variables);
    if (JSON.stringify(rest).length > longestVariables)
      return [limitError(`The variables of a subscription have ${longestVariables} characters at most.`)];
    const key = JSON.stringify([params.query, params.operationName ?? null, rest]);
    const authorization = await this.#authorization(context.viewer, topics);
    const known = hub.rendering(key);
    // The text of the one that is there: each stream would keep one of its own.
    const share = this.#shares.take(context.caller, { key: known?.key ?? key, isOwn: prepared.isOwn });
    if (typeof share === 'string') return [this.#denied(share)];
    const rendering = known ?? this.#rendering(key, subscription.document, rest);
    const stream = hub.open({
      rendering,
      authorization,
      after,
      rights,
      authorize: () => this.#authorize(request, topics),
      onClosed: share,
    });
    return { status: 200, headers: { ...streamHeaders }, body: stream };
  }

  #denied(denied: Denied): GraphQLError {
    switch (denied) {
      case 'streams':
        return limitError(`One person has ${this.#options.streamLimit} event streams open at most.`);
      case 'documents':
        return limitError(
          `One person follows events by ${documentLimits.documents} different documents at most. Use that of the widgets.`,
        );
      case 'allDocuments':
        return limitError('There are too many different subscriptions now. Use the document of the widgets.');
    }
  }

  #rendering(key: string, document: DocumentNode, variables: Record<string, unknown>): SubscriptionRendering {
    const { schema, mask, createContext } = this.#options;
    return new SubscriptionRendering(key, document, variables, {
      schema,
      mask,
      createContext: (audiences) => createContext(randomUUID(), audiences),
    });
  }

  async #authorize(request: HttpRequest, asked: readonly GlobalId[]): Promise<Authorization> {
    const viewer = await this.#options.authenticate(request).catch((error: unknown) => {
      throw error instanceof SignInRefused ? new Refusal('UNAUTHENTICATED', error.message) : error;
    });
    return this.#authorization(viewer, asked);
  }

  async #authorization(viewer: Viewer, asked: readonly GlobalId[]): Promise<Authorization> {
    const followable = await this.#options.followable(viewer, asked);
    return {
      person: viewer.id === null ? null : toGlobalId('Person', viewer.id),
      expiresAt: viewer.expiresAt ?? null,
      taken: [...followable.keys()],
      topics: [...new Set(followable.values())],
      audiences: await viewer.readership.all(),
      audiencesUntil: viewer.readership.until,
    };
  }
}

const streamHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  // nginx would keep events until it has a page full of them.
  'x-accel-buffering': 'no',
};
