import type { GraphQLParams, Plugin } from 'graphql-yoga';
import { badRequest, errorBody } from '../bad-request.ts';
import type { Exchange, ExchangeContext } from '../exchange-context.ts';

const texts = ['query', 'operationName'];
/** With one request. */
const mostPasses = 20;

/**
 * Takes POSTs of JSON alone, and of them operations and batches alone. A form or an image of any page could send the other
 * types that Yoga reads without asking first, cookies included; the plugin against that refuses three kinds of GET that the
 * GraphQL-over-HTTP audits want.
 */
export function jsonOnly(): Plugin<object, ExchangeContext> {
  return {
    onRequestParse({ request, serverContext: { exchange }, endResponse, setRequestParser, fetchAPI }) {
      if (request.method !== 'POST') return;
      if (isJson(request.headers.get('content-type'))) {
        setRequestParser((posted) => readJson(posted, exchange));
        return;
      }
      const body = errorBody('Send the operation as application/json.', 'BAD_REQUEST');
      endResponse(new fetchAPI.Response(body, { status: 415, headers: { 'content-type': 'application/json' } }));
    },
  };
}

/**
 * In the place of Yoga's, which tells what is wrong in the words of the engine, with the body, and knows types in lower case
 * alone. It also says of each operation by itself that it is none, and takes any name of an operation; here a body is refused
 * as a whole.
 */
async function readJson(request: Request, exchange: Exchange): Promise<GraphQLParams> {
  const params = parsed(await request.text());
  if (Array.isArray(params)) {
    if (params.length === 0) throw badRequest('A batch has at least one operation.');
    for (const operation of params) assertOperation(operation);
    exchange.batch = params as GraphQLParams[];
  } else {
    assertOperation(params);
  }
  exchange.passes = passesOf([params].flat() as GraphQLParams[]);
  return params as GraphQLParams;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw badRequest('The body is not JSON.');
  }
}

/** @throws {GraphQLError} */
function assertOperation(operation: unknown): void {
  if (!isRecord(operation)) throw badRequest('An operation is an object with a `query`.');
  for (const name of texts) {
    const text = operation[name];
    if (text != null && typeof text !== 'string') throw badRequest(`\`${name}\` must be a string.`);
  }
}

/** @throws {GraphQLError} */
function passesOf(operations: readonly GraphQLParams[]): readonly string[] {
  const passes = operations.flatMap(({ extensions }) => (extensions?.['passes'] ?? []) as unknown[]);
  if (passes.length > mostPasses || passes.some((pass) => typeof pass !== 'string'))
    throw badRequest(`\`extensions.passes\` is a list of ${mostPasses} texts at most.`);
  return passes as string[];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isJson(contentType: string | null): boolean {
  // What nearly all send.
  if (contentType === 'application/json') return true;
  const [type, ...parameters] = (contentType ?? '').toLowerCase().split(';');
  const charset = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('charset='));
  return type!.trim() === 'application/json' && (charset === undefined || /^charset="?utf-8"?$/.test(charset));
}
