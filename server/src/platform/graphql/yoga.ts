import { GraphQLError, type GraphQLSchema, OperationTypeNode } from 'graphql';
import { createYoga, type Plugin } from 'graphql-yoga';
import type { HttpAnswer, HttpRequest } from '../http/exchange.ts';
import type { GraphQLContext } from './context.ts';
import type { Operations } from './operations.ts';
import { parseJson } from './params.ts';

interface ServerContext {
  graphql: GraphQLContext;
}

/**
 * Answers what is not a POST of JSON: queries by GET, and GraphiQL. Yoga reads the request and writes the answer; the
 * operations are run as those of a POST are.
 */
export function createYogaRoute(schema: GraphQLSchema, operations: Operations, graphiql: boolean) {
  const yoga = createYoga<ServerContext>({
    schema,
    plugins: [runsOperations(operations)],
    graphiql: graphiql && { title: 'Parvis' },
    landingPage: false,
    logging: false,
    // What crosses origins is decided before a request gets here.
    cors: false,
    multipart: false,
    batching: false,
    maskedErrors: false,
    parserAndValidationCache: false,
  });
  return async (request: HttpRequest, graphql: GraphQLContext): Promise<HttpAnswer> => {
    assertReadable(new URLSearchParams(request.search));
    const headers = { accept: request.header('accept') ?? '*/*' };
    const address = `http://localhost${request.path}${request.search}`;
    const response = await yoga.fetch(new Request(address, { method: request.method, headers }), { graphql });
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    };
  };
}

/** Yoga takes JSON in an address that is none for a fault of the server. @throws {BadRequest} */
function assertReadable(search: URLSearchParams): void {
  for (const name of ['variables', 'extensions']) {
    const json = search.get(name);
    if (json) parseJson(json, `\`${name}\` is not JSON.`);
  }
}

function runsOperations(operations: Operations): Plugin<ServerContext> {
  return {
    onParams({ setParamsHandler }) {
      setParamsHandler(async ({ params, context }) => {
        const { query = '', operationName, variables } = params;
        const operation = { query, operationName, variables };
        const { graphql } = context as unknown as ServerContext;
        const kind = operations.kindOf(operation, graphql);
        if (kind !== null && kind !== OperationTypeNode.QUERY) return { errors: [notByGet(kind)] };
        const { result, executed } = await operations.run(operation, graphql);
        if (!executed) for (const error of result.errors ?? []) error.extensions['http'] = { spec: true, status: 400 };
        return result;
      });
    },
  };
}

function notByGet(kind: OperationTypeNode): GraphQLError {
  return new GraphQLError(`Send a ${kind} by POST.`, {
    extensions: { http: { status: 405, headers: { Allow: 'POST' } } },
  });
}
