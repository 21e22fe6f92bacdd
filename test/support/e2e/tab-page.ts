import { importMap } from './tab-site.ts';

/** What the page of a tab site knows of itself; it stands in `window`. */
export interface TabState {
  /** The comments that its stream told of, in order. */
  told: string[];
  resyncs: number;
  /** Whether it holds the connection. */
  leads: boolean;
  isSecureContext: boolean;
  hasLocks: boolean;
}

const newComments = 'fragment Comments_Events on Event { ... on CommentAdded { comment { body { tree } } } }';

/** A page whose stream writes down what it is told. */
export const tabPage = (social: string, token: string, key: string): string => `<!doctype html>
  <title>Intranet</title>
  <script type="importmap">
    ${JSON.stringify(importMap)}
  </script>
  <script type="module">
    import { ParvisClient } from '/core/client/parvis-client.js';
    import { EventStream } from '/core/events/event-stream.js';
    import { subscription } from '/core/events/live.js';

    const tab = { told: [], resyncs: 0, leads: false, isSecureContext, hasLocks: !!navigator.locks };
    window.tab = tab;

    const { fetch } = window;
    window.fetch = (input, init) => {
      if (init?.headers?.accept === 'text/event-stream') {
        tab.leads = true;
        init.signal.addEventListener('abort', () => (tab.leads = false));
      }
      return fetch(input, init);
    };

    const client = new ParvisClient({ endpoint: '${social}/graphql', getToken: () => '${token}' });
    const [{ pages }, { viewer }] = await Promise.all([
      client.query('query ($keys: [String!]!) { pages(keys: $keys) { id } }', { keys: ['${key}'] }),
      client.session(),
    ]);
    const stream = new EventStream(client, viewer.person.id, {
      document: subscription([{ fields: '${newComments}' }]),
      apply: ({ comment }) => tab.told.push(comment.body.tree[0].c[0]),
      resync: () => tab.resyncs++,
    });
    stream.follow([{ topic: pages[0].id, at: performance.now() }]);
  </script>`;
