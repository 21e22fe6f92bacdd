import { BodyRefused, type HttpAnswer, type HttpRequest, plainText, type Route } from './platform/http/exchange.ts';
import { pageHeaders } from './platform/http/html.ts';
import { staticFiles } from './platform/http/static-files.ts';
import { shippedFolder } from './platform/shipped-folder.ts';

export interface HostOptions {
  graphql: (request: HttpRequest) => Promise<HttpAnswer>;
  /** Asked before files are looked for. */
  routes: readonly Route[];
  /** Whether this server has the name that a request is for. */
  answersFor: (request: HttpRequest) => boolean;
  /** Whether new requests should be sent here. */
  ready: () => Promise<HttpAnswer>;
  /** Whether to serve the demo intranet. */
  demo: boolean;
}

/** Everything that one server answers, by its path. */
export function createHost({
  graphql,
  routes,
  answersFor,
  ready,
  demo,
}: HostOptions): (request: HttpRequest) => Promise<HttpAnswer> {
  const folders = [
    bundles(shippedFolder('browser', 'dist/browser')),
    ...(demo ? [demoIntranet(shippedFolder('demo', 'demo/site'))] : []),
  ];
  return async (request) => {
    // Whoever asks for these asks a node by whatever name it has in its network.
    if (request.path === '/healthz') return plainText(200, 'ok\n');
    if (request.path === '/readyz') return ready();
    if (!answersFor(request))
      return plainText(421, 'This server has another name. Its administrator can add this one.\n');
    if (request.path === '/graphql') return graphql(request);
    for (const route of [...routes, ...folders]) {
      const answer = await answerOf(route, request);
      if (answer) return answer;
    }
    const unbuilt =
      request.path === '/parvis.js' ? 'The widgets are not built: run npm run build.' : 'There is nothing here.';
    return plainText(404, `${unbuilt}\n`);
  };
}

async function answerOf(route: Route, request: HttpRequest): Promise<HttpAnswer | null> {
  try {
    return await route(request);
  } catch (error) {
    if (error instanceof BodyRefused) return plainText(error.status, `${error.message}\n`, { connection: 'close' });
    throw error;
  }
}

/** The widgets: any page may load them. */
function bundles(folder: string): Route {
  return staticFiles(folder, {
    headers: () => ({ 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' }),
    immutable: (path) => /[/\\]chunks[/\\]/.test(path),
  });
}

function demoIntranet(folder: string): Route {
  return staticFiles(folder, { headers: (path) => (path.endsWith('.html') ? pageHeaders : {}) });
}
