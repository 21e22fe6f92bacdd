import { GraphQLError } from 'graphql';

/** A request that is no GraphQL request: the caller's mistake. */
export function badRequest(message: string, status = 400): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { status } } });
}

/** The body of an answer that holds nothing but one error. */
export function errorBody(message: string, code: string): string {
  return JSON.stringify({ errors: [new GraphQLError(message, { extensions: { code } })] });
}
