import { randomUUID } from 'node:crypto';
import type { DocumentNode, GraphQLError, GraphQLSchema } from 'graphql';
import { SignInRefused } from '../../auth/strategy.ts';
import { ANONYMOUS, type Viewer } from '../../auth/viewer.ts';
import type { EventHub } from '../events/event-hub.ts';
import type { Admission } from '../events/event-stream.ts';
import type { HttpAnswer, HttpRequest } from '../http/exchange.ts';
import { toGlobalId } from '../ids.ts';
import { Refusal } from '../refusal.ts';
import type { GraphQLContext } from './context.ts';
import type { ErrorMask } from './error-mask.ts';
import { limitError } from './limits.ts';
import type { OperationParams, Operations } from './operations.ts';
import { SubscriptionRendering } from './subscription-rendering.ts';

/** Documents that differ cost an execution each for each event; widgets of one version have one. */
const mostRenderings = 100;

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
  followable: (viewer: Viewer, topics: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  createContext: (viewer: Viewer, requestId: string) => GraphQLContext;
}

/** Opens the event streams of subscriptions. */
export class Subscriptions {
  readonly #options: SubscriptionsOptions;

  constructor(options: SubscriptionsOptions) {
    this.#options = options;
  }

  /**
   * The stream that a subscription asks for, or what is wrong with it.
   *
   * @throws {Refusal | SignInRefused} for somebody who may follow nothing.
   */
  async open(request: HttpRequest, params: OperationParams): Promise<HttpAnswer | readonly GraphQLError[]> {
    const { hub, operations, topicLimit, streamLimit } = this.#options;
    const subscription = operations.subscription(params);
    if (isWrong(subscription)) return subscription;
    const variables = params.variables ?? {};
    const args = subscription.argumentsOf(variables);
    if (isWrong(args)) return args;
    const { topics, after = null } = args as { topics: string[]; after?: string | null };
    if (topics.length > topicLimit)
      return [limitError(`A stream follows ${topicLimit} topics at most, not ${topics.length}.`)];

    const rest = subscription.variablesOf(variables);
    const key = JSON.stringify([params.query, params.operationName ?? null, rest]);
    if (!hub.rendering(key) && hub.renderings >= mostRenderings)
      return [limitError('There are too many different subscriptions now. Use the document of the widgets.')];
    const rendering = hub.rendering(key) ?? this.#rendering(key, subscription.document, rest);
    const admit = () => this.#admit(request, topics);
    const rights = hub.rightsVersion;
    const admission = await admit();
    if (hub.streamsOf(admission.person) >= streamLimit)
      return [limitError(`One person has ${streamLimit} event streams open at most.`)];
    const stream = hub.open({ rendering, admission, after, rights, admit });
    return { status: 200, headers: { ...streamHeaders }, body: stream };
  }

  #rendering(key: string, document: DocumentNode, variables: Record<string, unknown>): SubscriptionRendering {
    const { schema, mask, createContext } = this.#options;
    return new SubscriptionRendering(key, document, variables, {
      schema,
      mask,
      createContext: () => createContext(ANONYMOUS, randomUUID()),
    });
  }

  async #admit(request: HttpRequest, asked: readonly string[]): Promise<Admission> {
    const viewer = await this.#options.authenticate(request).catch((error: unknown) => {
      throw error instanceof SignInRefused ? new Refusal('UNAUTHENTICATED', error.message) : error;
    });
    const followable = await this.#options.followable(viewer, asked);
    return {
      person: viewer.id === null ? null : toGlobalId('Person', viewer.id),
      expiresAt: viewer.expiresAt ?? null,
      taken: [...followable.keys()],
      topics: [...new Set(followable.values())],
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

function isWrong<T extends object>(result: T | readonly GraphQLError[]): result is readonly GraphQLError[] {
  return Array.isArray(result);
}
