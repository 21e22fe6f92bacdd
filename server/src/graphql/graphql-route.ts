import type { HttpAnswer, HttpRequest } from '../http/exchange.ts';
import { privateAnswer } from '../http/private-answer.ts';
import { errorBody } from './bad-request.ts';

const methods = ['GET', 'POST', 'OPTIONS'];

/**
 * What holds for `/graphql` whatever answers there: the methods that there are, and that no answer, error, stream or
 * preflight is kept by a cache or taken for another type.
 */
export function graphqlRoute(endpoint: (request: HttpRequest) => Promise<HttpAnswer>) {
  return async (request: HttpRequest): Promise<HttpAnswer> =>
    privateAnswer(methods.includes(request.method) ? await endpoint(request) : methodNotAllowed(request.method));
}

function methodNotAllowed(method: string): HttpAnswer {
  return {
    status: 405,
    headers: { 'content-type': 'application/json; charset=utf-8', allow: methods.join(', ') },
    body: errorBody(`There is no ${method} here: queries come by GET or POST, mutations by POST.`, 'BAD_REQUEST'),
  };
}
