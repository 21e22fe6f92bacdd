import type { Plugin } from 'graphql-yoga';
import { errorBody } from '../bad-request.ts';

/**
 * Takes POSTs of JSON alone. A form or an image of any page could send the other types that Yoga reads without asking first,
 * cookies included; the plugin against that refuses three kinds of GET that the GraphQL-over-HTTP audits want.
 */
export function jsonOnly(): Plugin {
  return {
    onRequestParse({ request, endResponse, fetchAPI }) {
      if (request.method !== 'POST' || isJson(request.headers.get('content-type'))) return;
      const body = errorBody('Send the operation as application/json.', 'BAD_REQUEST');
      endResponse(new fetchAPI.Response(body, { status: 415, headers: { 'content-type': 'application/json' } }));
    },
  };
}

function isJson(contentType: string | null): boolean {
  const [type, ...parameters] = (contentType ?? '').toLowerCase().split(';');
  const charset = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('charset='));
  return type!.trim() === 'application/json' && (charset === undefined || /^charset="?utf-8"?$/.test(charset));
}
