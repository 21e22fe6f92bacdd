import { GraphQLError } from 'graphql';
import { jsonShape } from '../http/json-shape.ts';
import type { OperationParams } from './operations.ts';

/** A request that is no GraphQL request. */
export class BadRequest extends Error {
  override readonly name = 'BadRequest';
  readonly code: string;

  constructor(message: string, code = 'BAD_REQUEST') {
    super(message);
    this.code = code;
  }
}

export interface ParamsOptions {
  /** In operations. */
  batchLimit: number;
  /** The texts of the documents that may be asked for by an id. */
  documents: ReadonlyMap<string, string>;
}

/** Variables are nested a few levels; what reads them calls itself for each. */
const deepest = 64;

/**
 * Reads the JSON body of a POST: one operation, or a batch of them.
 *
 * @throws {BadRequest} saying what is wrong with it.
 */
export function readParams(
  body: string,
  { batchLimit, documents }: ParamsOptions,
): OperationParams | OperationParams[] {
  const shape = jsonShape(body);
  if (body.trimStart().startsWith('[') && shape.entries > batchLimit) throw tooMany(batchLimit, shape.entries);
  const json = parseJson(body, 'The body is not JSON.', shape);
  if (!Array.isArray(json)) return operationParams(json, documents);
  if (json.length === 0 || json.length > batchLimit) throw tooMany(batchLimit, json.length);
  return json.map((operation) => operationParams(operation, documents));
}

/** @throws {BadRequest} where it is nested too deep, or `wrong` where it is no JSON. */
export function parseJson(text: string, wrong: string, { depth } = jsonShape(text)): unknown {
  if (depth > deepest) throw new BadRequest(`JSON is nested ${deepest} levels deep at most here.`);
  try {
    return JSON.parse(text);
  } catch {
    throw new BadRequest(wrong);
  }
}

function tooMany(batchLimit: number, count: number): BadRequest {
  return new BadRequest(`A batch has 1 to ${batchLimit} operations, not ${count}.`);
}

function operationParams(json: unknown, documents: ReadonlyMap<string, string>): OperationParams {
  if (!isRecord(json)) throw new BadRequest('An operation is an object with a `query`.');
  const { documentId, operationName, variables, extensions } = json;
  const query = documentId === undefined ? json['query'] : textOf(documentId, documents);
  if (typeof query !== 'string') throw new BadRequest('`query` must be a string.');
  if (operationName != null && typeof operationName !== 'string')
    throw new BadRequest('`operationName` must be a string.');
  if (variables != null && !isRecord(variables)) throw new BadRequest('`variables` must be an object.');
  if (extensions != null && !isRecord(extensions)) throw new BadRequest('`extensions` must be an object.');
  return { query, operationName, variables };
}

/** For the whole of a request: whoever sent it sends it again, with the texts. */
function textOf(documentId: unknown, documents: ReadonlyMap<string, string>): string {
  const text = typeof documentId === 'string' ? documents.get(documentId) : undefined;
  if (text === undefined)
    throw new BadRequest('This server has no document of this id. Send its text.', 'PERSISTED_QUERY_NOT_FOUND');
  return text;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The body of an answer that holds nothing but one error. */
export function errorBody(message: string, code: string): string {
  return JSON.stringify({ errors: [new GraphQLError(message, { extensions: { code } })] });
}
