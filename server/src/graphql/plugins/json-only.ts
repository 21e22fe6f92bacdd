import type { GraphQLParams, Plugin } from 'graphql-yoga';
import { badRequest, errorBody } from '../bad-request.ts';

/**
 * Takes POSTs of JSON alone. A form or an image of any page could send the other types that Yoga reads without asking first,
 * cookies included; the plugin against that refuses three kinds of GET that the GraphQL-over-HTTP audits want.
 */
export function jsonOnly(): Plugin {
  return {
    onRequestParse({ request, endResponse, setRequestParser, fetchAPI }) {
      if (request.method !== 'POST') return;
      if (isJson(request.headers.get('content-type'))) {
        setRequestParser(readJson);
        return;
      }
      const body = errorBody('Send the operation as application/json.', 'BAD_REQUEST');
      endResponse(new fetchAPI.Response(body, { status: 415, headers: { 'content-type': 'application/json' } }));
    },
  };
}

/** In the place of Yoga's, which tells what is wrong in the words of the engine, with the body, and knows types in lower case alone. */
async function readJson(request: Request): Promise<GraphQLParams> {
  const body = await request.text();
  try {
    return JSON.parse(body) as GraphQLParams;
  } catch {
    throw badRequest('The body is not JSON.');
  }
}

function isJson(contentType: string | null): boolean {
  const [type, ...parameters] = (contentType ?? '').toLowerCase().split(';');
  const charset = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('charset='));
  return type!.trim() === 'application/json' && (charset === undefined || /^charset="?utf-8"?$/.test(charset));
}
