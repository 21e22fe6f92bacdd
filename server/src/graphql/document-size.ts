import { GraphQLError, Lexer, Source, TokenKind } from 'graphql';
import { limitError } from './limit-error.ts';
import type { Limits } from './limits.ts';

/** Long names and comments are free within this many characters a token. */
const charactersPerToken = 16;
/** Lists and objects among the arguments, beside the selections. */
const nestedValues = 50;

const opening: readonly TokenKind[] = [TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L];
const closing: readonly TokenKind[] = [TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R];

/** How many characters a document may have. */
export function longestDocument({ tokens }: Pick<Limits, 'tokens'>): number {
  return tokens * charactersPerToken;
}

/**
 * How many lexical tokens a document has, or why it is not parsed: it is too long, or nested so deep that parsing it
 * would fill the stack. Takes a time that grows with the document and no faster.
 */
export function documentTokens(query: string, limits: Pick<Limits, 'tokens' | 'depth'>): number | GraphQLError {
  if (query.length > longestDocument(limits))
    return limitError(`A document has ${longestDocument(limits)} characters at most.`);
  const lexer = new Lexer(new Source(query));
  const deepest = limits.depth + nestedValues;
  let tokens = 0;
  let depth = 0;
  try {
    for (let { kind } = lexer.advance(); kind !== TokenKind.EOF; { kind } = lexer.advance()) {
      tokens += 1;
      if (opening.includes(kind)) depth += 1;
      else if (closing.includes(kind)) depth -= 1;
      if (tokens > limits.tokens) return limitError(`A document has ${limits.tokens} tokens at most.`);
      if (depth > deepest) return limitError(`A document is nested ${deepest} levels deep at most.`);
    }
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
  return tokens;
}
