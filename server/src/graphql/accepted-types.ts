export const eventStream = 'text/event-stream';

const json = ['application/json', 'application/graphql-response+json', 'application/*', '*/*'];

/** Whether an answer may be JSON, by the `Accept` of its request. */
export function acceptsJson(accept: string | null): boolean {
  return !accept?.trim() || acceptedTypes(accept).some((type) => json.includes(type));
}

/** Whether an event stream is asked for by its name: `*` is what those write who know of none. */
export function acceptsEventStream(accept: string | null): boolean {
  return acceptedTypes(accept).includes(eventStream);
}

function acceptedTypes(accept: string | null): string[] {
  return (accept ?? '')
    .toLowerCase()
    .split(',')
    .map((entry) => entry.split(';').map((part) => part.trim()))
    .filter(([type, ...parameters]) => type !== '' && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter)))
    .map(([type]) => type!);
}
