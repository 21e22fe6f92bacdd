import type { Plugin } from 'graphql-yoga';
import { badRequest } from '../bad-request.ts';

const texts = ['query', 'operationName'];

/** Refuses as a whole what is no operation and no batch of them. Yoga says so one by one, and takes any name of an operation. */
export function wellFormed(): Plugin {
  return {
    onRequestParse: () => ({
      onRequestParseDone({ requestParserResult }) {
        const operations: unknown[] = [requestParserResult].flat();
        if (operations.length === 0) throw badRequest('A batch has at least one operation.');
        for (const operation of operations) {
          if (!isRecord(operation)) throw badRequest('An operation is an object with a `query`.');
          for (const name of texts) {
            const text = operation[name];
            if (text != null && typeof text !== 'string') throw badRequest(`\`${name}\` must be a string.`);
          }
        }
      },
    }),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
