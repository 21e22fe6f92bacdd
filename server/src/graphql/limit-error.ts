import { type ASTNode, GraphQLError } from 'graphql';

/** What a request is told that asks for more than one may. */
export function limitError(message: string, node?: ASTNode): GraphQLError {
  return new GraphQLError(message, { nodes: node, extensions: { code: 'LIMIT_EXCEEDED' } });
}
