import { BodyRefused, type HttpAnswer, type HttpRequest, plainText, type Route } from './exchange.ts';
import { pageHeaders } from './html.ts';
import { type Files, staticFiles } from './static-files.ts';
import { shippedFolder } from '../platform/shipped-folder.ts';

export interface HostOptions {
  graphql: (request: HttpRequest) => Promise<HttpAnswer>;
  routes: readonly Route[];
  /** Whether this server has the name that a request is for. */
  answersFor: (request: HttpRequest) => boolean;
  /** Whether new requests should be sent here. */
  ready: () => Promise<HttpAnswer>;
}

/** Everything that one server answers, by its path; null for what may be a file. */
export function createHost({
  graphql,
  routes,
  answersFor,
  ready,
}: HostOptions): (request: HttpRequest) => Promise<HttpAnswer | null> {
  return async (request) => {
    // Load balancers and monitoring use any name of the node in its network.
    if (request.path === '/healthz') return plainText(200, 'ok\n');
    if (request.path === '/readyz') return ready();
    if (!answersFor(request))
      return plainText(421, 'This server has another name. Its administrator can add this one.\n');
    if (request.path === '/graphql') return graphql(request);
    for (const route of routes) {
      const answer = await answerOf(route, request);
      if (answer) return answer;
    }
    return null;
  };
}

/** The files that the host answers with where it has nothing else. @param demo - Whether the demo intranet is among them. */
export function hostFiles(demo: boolean): Files {
  const folders = [
    bundles(shippedFolder('browser', 'dist/browser')),
    ...(demo ? [demoIntranet(shippedFolder('demo/site', 'demo/site'))] : []),
  ];
  return async (request, response) => {
    for (const files of folders) {
      const status = await files(request, response);
      if (status !== null) return status;
    }
    return null;
  };
}

export function nothingHere({ path }: HttpRequest): HttpAnswer {
  const reason = path === '/parvis.js' ? 'The widgets are not built: run npm run build.' : 'There is nothing here.';
  return plainText(404, `${reason}\n`);
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
function bundles(folder: string): Files {
  return staticFiles(folder, {
    headers: () => ({ 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' }),
    immutable: (path) => /^[/\\]chunks[/\\]/.test(path),
    hashed: ['/parvis.js'],
  });
}

function demoIntranet(folder: string): Files {
  return staticFiles(folder, { headers: (path) => (path.endsWith('.html') ? pageHeaders : {}) });
}
