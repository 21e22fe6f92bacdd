import { randomUUID } from 'node:crypto';
import { type ExecutionResult, GraphQLError } from 'graphql';
import { SignInRefused } from '../auth/strategy.ts';
import type { CrossOrigin } from '../http/cross-origin.ts';
import { BodyRefused, type HttpAnswer, type HttpRequest } from '../http/exchange.ts';
import { Refusal, type UserErrorCode } from '../platform/refusal.ts';
import type { SparingWarnings } from '../platform/sparing-warnings.ts';
import { errorBody } from './bad-request.ts';
import { type ErrorMask, unavailable } from './error-mask.ts';

const statusOf: Partial<Record<UserErrorCode, number>> = { UNAUTHENTICATED: 401, RATE_LIMITED: 429 };

/** What is answered to requests that are not let in, and said to those who run the server. */
export class RequestRefusals {
  readonly #crossOrigin: CrossOrigin;
  readonly #mask: ErrorMask;
  readonly #warnings: SparingWarnings;

  constructor(crossOrigin: CrossOrigin, mask: ErrorMask, warnings: SparingWarnings) {
    this.#crossOrigin = crossOrigin;
    this.#mask = mask;
    this.#warnings = warnings;
  }

  /** To a page of an origin that may not call this server. */
  ofOrigin(request: HttpRequest): HttpAnswer {
    this.#warn(request, 'a page of an origin that PARVIS_ORIGINS does not name was refused', {
      expected: this.#crossOrigin.origins,
    });
    const message = 'Pages of this origin may not call this server; PARVIS_ORIGINS names those that may.';
    return jsonAnswer(403, errorBody(message, 'BLOCKED'));
  }

  /** To whoever could not be let in, or sent what cannot be read. */
  of(error: unknown, requestId: string, request: HttpRequest): HttpAnswer {
    if (error instanceof GraphQLError) return jsonAnswer(400, JSON.stringify({ errors: [withoutHttp(error)] }));
    if (error instanceof BodyRefused) {
      const { status, message } = error;
      const answer = jsonAnswer(status, errorBody(message, status === 503 ? unavailable : 'BAD_REQUEST'));
      // What is left of the body is not read.
      answer.headers['connection'] = 'close';
      return answer;
    }
    if (error instanceof SignInRefused) {
      const { message, details } = error;
      if (details) this.#warn(request, 'who asks could not be believed', { reason: message, ...details });
      const answer = jsonAnswer(401, JSON.stringify({ errors: [this.#mask.signedOut(message)] }));
      answer.headers['www-authenticate'] = 'Bearer';
      return answer;
    }
    const shown: ExecutionResult = { errors: [this.#mask.mask(error, requestId)] };
    const isAway = shown.errors?.[0]?.extensions['code'] === unavailable;
    const status = error instanceof Refusal ? (statusOf[error.code] ?? 400) : isAway ? 503 : 500;
    return jsonAnswer(status, JSON.stringify(shown));
  }

  /** What is shown of an error of which no request is known. */
  masked(error: unknown): GraphQLError {
    return this.#mask.mask(error, randomUUID());
  }

  /**
   * Mostly a mistake in a setting, of which readers see no more than that it does not work: said once for each page's origin
   * and each reason, since one may hide behind another.
   */
  #warn(request: HttpRequest, message: string, details: { reason?: string; expected?: unknown }): void {
    const origin = request.header('origin')?.slice(0, 300);
    const about = [message, origin, details.reason?.slice(0, 300)].join('\n');
    this.#warnings.warn(about, { origin, ...details }, message);
  }
}

/** How Yoga is told the status of an answer; nobody else is. */
function withoutHttp({ message, extensions: { http: _, ...extensions } }: GraphQLError): GraphQLError {
  return new GraphQLError(message, { extensions });
}

export function jsonAnswer(status: number, body: string): HttpAnswer {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8' }, body };
}
