/** A request as a page may make it, by what carries the operation. */
export interface Carried {
  method: 'GET' | 'POST';
  /** After the question mark. */
  search: string;
  /** Undefined for a body without a type. */
  type: string | undefined;
  body: string | undefined;
}

const boundary = 'a-boundary-of-a-form';

/** The ways in which an operation can be sent, and which of them servers of GraphQL have taken somewhere. */
export const carriers: Record<string, (query: string, variables: object) => Carried> = {
  'application/json': (query, variables) => post('application/json', JSON.stringify({ query, variables })),
  'text/plain': (query, variables) => post('text/plain', JSON.stringify({ query, variables })),
  'application/x-www-form-urlencoded': (query, variables) =>
    post('application/x-www-form-urlencoded', inAddress(query, variables)),
  'multipart/form-data': (query, variables) =>
    post(
      `multipart/form-data; boundary=${boundary}`,
      formOf({
        operations: JSON.stringify({ query, variables }),
        map: '{}',
        query,
        variables: JSON.stringify(variables),
      }),
    ),
  'no type': (query, variables) => post(undefined, JSON.stringify({ query, variables })),
  GET: (query, variables) => ({ method: 'GET', search: inAddress(query, variables), type: undefined, body: undefined }),
};

function post(type: string | undefined, body: string): Carried {
  return { method: 'POST', search: '', type, body };
}

function inAddress(query: string, variables: object): string {
  return new URLSearchParams({ query, variables: JSON.stringify(variables) }).toString();
}

function formOf(fields: Record<string, string>): string {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return `${parts.join('')}--${boundary}--\r\n`;
}
