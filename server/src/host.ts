import { fileURLToPath } from 'node:url';
import { type HttpAnswer, type HttpRequest, plainText, type Route } from './platform/http/exchange.ts';
import { pageHeaders } from './platform/http/html.ts';
import { staticFiles } from './platform/http/static-files.ts';

const fromRoot = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export interface HostOptions {
  graphql: (request: HttpRequest) => Promise<HttpAnswer>;
  /** Asked before files are looked for. */
  routes: readonly Route[];
  /** Whether new requests should be sent here. */
  ready: () => Promise<HttpAnswer>;
  /** Whether to serve the demo intranet. */
  demo: boolean;
}

/** Everything that one server answers, by its path. */
export function createHost({
  graphql,
  routes,
  ready,
  demo,
}: HostOptions): (request: HttpRequest) => Promise<HttpAnswer> {
  const folders = [bundles(fromRoot('dist/browser')), ...(demo ? [demoIntranet(fromRoot('demo/site'))] : [])];
  return async (request) => {
    switch (request.path) {
      case '/graphql':
        return graphql(request);
      case '/healthz':
        return plainText(200, 'ok\n');
      case '/readyz':
        return ready();
    }
    for (const route of [...routes, ...folders]) {
      const answer = await route(request);
      if (answer) return answer;
    }
    const unbuilt =
      request.path === '/parvis.js' ? 'The widgets are not built: run npm run build.' : 'There is nothing here.';
    return plainText(404, `${unbuilt}\n`);
  };
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
