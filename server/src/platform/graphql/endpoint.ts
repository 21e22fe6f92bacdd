import { randomUUID } from 'node:crypto';
import { type ExecutionResult, OperationTypeNode } from 'graphql';
import { SignInRefused } from '../../auth/strategy.ts';
import type { Viewer } from '../../auth/viewer.ts';
import type { CrossOrigin } from '../http/cross-origin.ts';
import { BodyRefused, type HttpAnswer, type HttpRequest, privateHeaders } from '../http/exchange.ts';
import { Refusal, type UserErrorCode } from '../refusal.ts';
import type { SparingWarnings } from '../sparing-warnings.ts';
import type { GraphQLContext } from './context.ts';
import { type ErrorMask, unavailable } from './error-mask.ts';
import type { OperationParams, OperationResult, Operations } from './operations.ts';
import { BadRequest, errorBody, readParams } from './params.ts';
import type { Subscriptions } from './subscriptions.ts';

export interface EndpointOptions {
  crossOrigin: CrossOrigin;
  operations: Operations;
  mask: ErrorMask;
  warnings: SparingWarnings;
  /** In bytes. */
  bodyLimit: number;
  /** In operations. */
  batchLimit: number;
  /** The texts of the documents that may be asked for by an id. */
  documents: ReadonlyMap<string, string>;
  authenticate: (request: HttpRequest) => Promise<Viewer>;
  createContext: (viewer: Viewer, requestId: string, request: HttpRequest) => GraphQLContext;
  subscriptions: Pick<Subscriptions, 'open' | 'rightsVersion'>;
  /** The place of the event log that this process knows of. */
  eventCursor: () => string;
  /** Answers all but a POST. */
  others: (request: HttpRequest, context: GraphQLContext) => Promise<HttpAnswer>;
}

const statusOf: Partial<Record<UserErrorCode, number>> = { UNAUTHENTICATED: 401, RATE_LIMITED: 429 };
const plainJson = 'application/json';
const graphqlJson = 'application/graphql-response+json';
const eventStream = 'text/event-stream';

/** GraphQL over HTTP. */
export class GraphQLEndpoint {
  readonly #options: EndpointOptions;

  constructor(options: EndpointOptions) {
    this.#options = options;
  }

  async handle(request: HttpRequest): Promise<HttpAnswer> {
    const { crossOrigin } = this.#options;
    if (request.method === 'OPTIONS')
      return { status: 204, headers: crossOrigin.preflightHeaders(request), body: null };
    const requestId = randomUUID();
    // Of before anything is read: what is told after it is not older than what is answered.
    const cursor = this.#options.eventCursor();
    const isAllowed = crossOrigin.allows(request);
    const answer = isAllowed
      ? await this.#answer(request, requestId).catch((error: unknown) => this.#failed(error, requestId, request))
      : this.#refuse(request);
    const readers = isAllowed ? crossOrigin.headers(request) : crossOrigin.refusalHeaders(request);
    Object.assign(answer.headers, readers, {
      'x-request-id': requestId,
      'x-parvis-cursor': cursor,
    });
    return answer;
  }

  async #answer(request: HttpRequest, requestId: string): Promise<HttpAnswer> {
    const { authenticate, createContext, others, subscriptions } = this.#options;
    const rights = subscriptions.rightsVersion;
    if (request.method !== 'POST')
      return others(request, createContext(await authenticate(request), requestId, request));
    // A form or an image of any page could send the other types without asking first, cookies included.
    if (!isJson(request.header('content-type'))) {
      return jsonAnswer(415, errorBody('Send the operation as application/json.', 'BAD_REQUEST'));
    }
    const accept = request.header('accept');
    const mediaType = acceptedType(accept);
    const streamed = accept?.toLowerCase().includes(eventStream);
    if (!mediaType && !streamed) return notAcceptable();
    // Before the body: nothing is read for somebody whose sign-in does not hold.
    const context = createContext(await authenticate(request), requestId, request);
    const params = readParams(await request.body(this.#options.bodyLimit), this.#options);
    if (streamed && !Array.isArray(params)) {
      const answer = await this.#stream(request, params, context, rights);
      if (answer) return answer;
    }
    if (!mediaType) return notAcceptable();
    return Array.isArray(params) ? this.#batch(params, context, mediaType) : this.#single(params, context, mediaType);
  }

  async #single(params: OperationParams, context: GraphQLContext, mediaType: string): Promise<HttpAnswer> {
    const { result, executed } = await this.#options.operations.run(params, context);
    if (isAway(result)) return unavailableAnswer(result);
    return jsonAnswer(executed || mediaType === plainJson ? 200 : 400, JSON.stringify(result), mediaType);
  }

  /** The stream of a subscription, or what is wrong with it; null for what is no subscription. */
  async #stream(
    request: HttpRequest,
    params: OperationParams,
    context: GraphQLContext,
    rights: number,
  ): Promise<HttpAnswer | null> {
    const { operations, subscriptions } = this.#options;
    const kind = operations.kindOf(params, context);
    if (kind !== null && kind !== OperationTypeNode.SUBSCRIPTION) return null;
    const answer = await subscriptions.open(request, params, context, rights);
    return 'status' in answer ? answer : jsonAnswer(400, JSON.stringify({ errors: answer }));
  }

  /** Queries run together and share what they read; as soon as one writes, all run in their order. */
  async #batch(batch: OperationParams[], context: GraphQLContext, mediaType: string): Promise<HttpAnswer> {
    const { operations } = this.#options;
    const run = (params: OperationParams) => operations.run(params, context);
    let results: OperationResult[];
    if (batch.every((params) => operations.kindOf(params, context) !== OperationTypeNode.MUTATION)) {
      results = await Promise.all(batch.map(run));
    } else {
      results = [];
      for (const params of batch) results.push(await run(params));
    }
    const away = results.find(({ result }) => isAway(result));
    if (away) return unavailableAnswer(away.result);
    return jsonAnswer(200, JSON.stringify(results.map(({ result }) => result)), mediaType);
  }

  #refuse(request: HttpRequest): HttpAnswer {
    const { crossOrigin } = this.#options;
    const details = { expected: crossOrigin.origins };
    this.#warn(request, 'a page of an origin that PARVIS_ORIGINS does not name was refused', details);
    const message = 'Pages of this origin may not call this server; PARVIS_ORIGINS names those that may.';
    return jsonAnswer(403, errorBody(message, 'BLOCKED'));
  }

  /**
   * Mostly a mistake in a setting, of which readers see no more than that it does not work: said once for each page's origin
   * and each reason, since one may hide behind another.
   */
  #warn(request: HttpRequest, message: string, details: { reason?: string; expected?: unknown }): void {
    const origin = request.header('origin')?.slice(0, 300);
    const about = [message, origin, details.reason?.slice(0, 300)].join('\n');
    this.#options.warnings.warn(about, { origin, ...details }, message);
  }

  #failed(error: unknown, requestId: string, request: HttpRequest): HttpAnswer {
    if (error instanceof BadRequest) return jsonAnswer(400, errorBody(error.message, error.code));
    if (error instanceof BodyRefused) {
      const answer = jsonAnswer(
        error.status,
        errorBody(error.message, error.status === 503 ? unavailable : 'BAD_REQUEST'),
      );
      // What is left of the body is not read.
      answer.headers['connection'] = 'close';
      return answer;
    }
    if (error instanceof SignInRefused) {
      const { message, details } = error;
      if (details) this.#warn(request, 'who asks could not be believed', { reason: message, ...details });
      const answer = jsonAnswer(401, JSON.stringify({ errors: [this.#options.mask.signedOut(error.message)] }));
      answer.headers['www-authenticate'] = 'Bearer';
      return answer;
    }
    if (error instanceof Refusal) {
      const status = statusOf[error.code] ?? 400;
      return jsonAnswer(status, JSON.stringify({ errors: [this.#options.mask.mask(error, requestId)] }));
    }
    const shown = { errors: [this.#options.mask.mask(error, requestId)] };
    return isAway(shown) ? unavailableAnswer(shown) : jsonAnswer(500, JSON.stringify(shown));
  }
}

function jsonAnswer(status: number, body: string, mediaType = plainJson): HttpAnswer {
  const headers = {
    'content-type': `${mediaType}; charset=utf-8`,
    ...privateHeaders,
  };
  return { status, headers, body };
}

function isAway({ errors }: ExecutionResult): boolean {
  return errors?.some(({ extensions }) => extensions['code'] === unavailable) ?? false;
}

/** For the whole of a request, which is then to be sent again as it is: keys keep what was done from being done twice. */
function unavailableAnswer({ errors }: ExecutionResult): HttpAnswer {
  return jsonAnswer(503, JSON.stringify({ errors }));
}

function notAcceptable(): HttpAnswer {
  const types = `${plainJson} and ${graphqlJson}, and ${eventStream} for subscriptions`;
  return jsonAnswer(406, errorBody(`There is only ${types}.`, 'BAD_REQUEST'));
}

function isJson(contentType: string | null): boolean {
  const [type, ...parameters] = (contentType ?? '').toLowerCase().split(';');
  const charset = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('charset='));
  return type!.trim() === plainJson && (charset === undefined || /^charset="?utf-8"?$/.test(charset));
}

/** The first type of an Accept header that there is; without a wish, the one that every client understands. */
function acceptedType(accept: string | null): string | null {
  for (const range of (accept ?? '*/*').toLowerCase().split(',')) {
    const type = range.split(';')[0]!.trim();
    if (type === graphqlJson || type === plainJson) return type;
    if (type === '*/*' || type === 'application/*') return plainJson;
  }
  return null;
}
