import { readFileSync } from 'node:fs';
import { getOperationAST, type GraphQLSchema, OperationTypeNode, parse } from 'graphql';
import { costOf } from './cost.ts';
import { documentTokens } from './document-size.ts';
import { fragmentsOf } from './documents.ts';
import { measure } from './limits.ts';

/** The operations of the widgets of this version, by the ids that they send. Made from `packages/` by `npm run graphql-types`. */
export const widgetDocuments: ReadonlyMap<string, string> = new Map(
  Object.entries(
    JSON.parse(readFileSync(new URL('./widget-documents.json', import.meta.url), 'utf8')) as Record<string, string>,
  ),
);

/** How many operations a widget sends in one request at most, and how many keys one of them names. */
const together = 8;
const mostKeys = 100;
/** How many comments a widget reads again at once after it was away. */
const mostAgain = 100;
/** How many topics the tabs of one browser ask for together. */
const topics = 1_000;

/** The values of settings below which the widgets do not work. */
export interface WidgetNeeds {
  /** Operations in a request. */
  batch: number;
  /** Of the largest document. */
  tokens: number;
  depth: number;
  aliases: number;
  /** Objects in a request. */
  cost: number;
  /** Of a stream. */
  topics: number;
}

export function widgetNeeds(schema: GraphQLSchema): WidgetNeeds {
  const needs = [...widgetDocuments.values()].map((text) => needsOf(schema, text));
  const most = (of: (need: DocumentNeeds) => number) => Math.max(...needs.map(of));
  const costs = needs.map(({ cost }) => cost).sort((one, other) => other - one);
  return {
    batch: together,
    tokens: most(({ tokens }) => tokens),
    depth: most(({ depth }) => depth),
    aliases: most(({ aliases }) => aliases),
    cost: Math.max(
      costs.slice(0, together).reduce((sum, cost) => sum + cost, 0),
      most(({ costAgain }) => costAgain),
    ),
    topics,
  };
}

interface DocumentNeeds {
  tokens: number;
  depth: number;
  aliases: number;
  cost: number;
  costAgain: number;
}

function needsOf(schema: GraphQLSchema, text: string): DocumentNeeds {
  const document = parse(text);
  const operation = getOperationAST(document)!;
  const fragments = fragmentsOf(document);
  const { depth, aliases } = measure(operation.selectionSet, fragments);
  const tokens = documentTokens(text, { tokens: Infinity, depth: Infinity }) as number;
  const cost = costOf(schema, operation, fragments);
  const isRead = operation.operation === OperationTypeNode.QUERY;
  const keys = Array<string>(mostKeys).fill('');
  return { tokens, depth, aliases, cost: isRead ? cost({ keys }) : 0, costAgain: cost({ keys, first: mostAgain }) };
}
