import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fromRoot } from '../../../scripts/paths.js';

const pages = fileURLToPath(new URL('../../hosts/pages/', import.meta.url));

const packages = fromRoot('node_modules/');

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Pages that somebody else made, out of packages of templates, and before what in them our tags go. */
const templates: Record<string, RegExp> = {
  'startbootstrap-clean-blog/dist/post.html': /(<\/div>\s*){3}<\/article>/,
  'startbootstrap-sb-admin-2/blank.html': /<\/div>\s*<!-- \/.container-fluid -->/,
};

/** The wall last: it grows as one comes near its end, and moves what stands below. */
const tags = `
  <parvis-like-button></parvis-like-button>
  <parvis-comment-thread></parvis-comment-thread>
  <parvis-people-finder></parvis-people-finder>
  <parvis-activity-wall wall="company" page-size="3"></parvis-activity-wall>`;

/** An intranet of strangers' pages, those of `test/hosts/pages`, each with our two lines in it. */
export interface HostIntranet {
  readonly origin: string;
  stop(): Promise<void>;
}

export interface HostIntranetOptions {
  /** Where Parvis is, once it is. */
  parvis: () => string;
  /** Of the visitor. */
  token: string;
}

/**
 * Serves `/NAME` as the page of that name, as its author wrote it but for these: `<!-- tags -->` becomes our tags and
 * `<!-- social -->` a place of fixed size for them, the
 * script is added to the head, and `{{ name }}` takes the value of that name of the query. `?without` leaves the script
 * away: the tags are then unknown ones. `/package/NAME/FILE` is a file of a package of npm.
 */
export async function serveHostIntranet({ parvis, token }: HostIntranetOptions): Promise<HostIntranet> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url!, 'http://host');
    if (pathname === '/favicon.ico') return response.writeHead(204).end();
    if (pathname === '/setup.js') return send(response, '.js', setup(parvis(), token));
    if (pathname === '/host.js') return send(response, '.js', recorder);
    if (pathname === '/host.css') return send(response, '.css', fixedPlace);
    const [, name] = pathname.split('/');
    const template = templates[pathname.slice('/package/'.length)];
    if (template) return send(response, '.html', build(embed(pathname, template), searchParams, parvis())[0]);
    if (pathname.startsWith('/package/')) return sendPackaged(response, pathname.slice('/package/'.length));
    const file = join(pages, `${normalize(name || 'plain')}.html`);
    if (!file.startsWith(pages) || !existsSync(file)) return response.writeHead(404).end();
    const [html, headers] = build(readFileSync(file, 'utf8'), searchParams, parvis());
    return response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function build(
  source: string,
  query: URLSearchParams,
  parvis: string,
): [html: string, headers: Record<string, string>] {
  const headers: Record<string, string> = {};
  const [, policy] = /<!-- content-security-policy: (.*) -->/.exec(source) ?? [];
  if (policy) headers['content-security-policy'] = policy.replaceAll('{{ parvis }}', parvis);
  const common = `<link rel="icon" href="data:," /><link rel="stylesheet" href="/host.css" /><script src="/host.js"></script>`;
  const script = query.has('without') ? '' : `<script type="module" src="/setup.js" data-setup></script>`;
  const html = source
    .replaceAll('<!-- social -->', `<section class="social fixed">${tags}</section>`)
    .replaceAll('<!-- tags -->', tags)
    .replaceAll('<!-- common -->', common)
    .replaceAll('<!-- script -->', script)
    .replaceAll(/\{\{ (\w+) \}\}/g, (_, name: string) => query.get(name) ?? '');
  return [html, headers];
}

/** As an intranet developer would edit it. What the template asks of other hosts cannot be had here. */
function embed(pathname: string, before: RegExp): string {
  return readFileSync(join(packages, pathname.slice('/package/'.length)), 'utf8')
    .replaceAll(/<(link|script|img)\s[^>]*"https:[^>]*>/g, '')
    .replace('</head>', '<!-- common --><!-- script --></head>')
    .replace(before, (end) => `<!-- social -->${end}`);
}

/** What an integrator writes. */
const setup = (parvis: string, token: string) => `
  import { configureParvis } from '${parvis}/parvis.js';
  configureParvis({ getToken: () => '${token}' });`;

/** Where the boxes of the page must not depend on how much we show. */
const fixedPlace = 'html { overflow-y: scroll; } .social.fixed { block-size: 1500px; overflow: auto; }';

/** What the page notices, and what is said in its console: browsers differ in what they tell a test. */
const recorder = `
  var hostNoticed = [];
  ['error', 'warn'].forEach(function (level) {
    var say = console[level];
    console[level] = function () {
      hostNoticed.push('console: ' + Array.prototype.join.call(arguments, ' '));
      say.apply(console, arguments);
    };
  });
  addEventListener('error', function (event) { hostNoticed.push('error: ' + event.message); });
  addEventListener('unhandledrejection', function (event) { hostNoticed.push('rejection: ' + event.reason); });
  addEventListener('securitypolicyviolation', function (event) {
    hostNoticed.push('policy: ' + event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample);
  });`;

function sendPackaged(response: ServerResponse, path: string): unknown {
  const file = join(packages, normalize(path));
  if (!file.startsWith(packages) || !existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end();
  response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream');
  return createReadStream(file).pipe(response);
}

function send(response: ServerResponse, type: string, body: string): unknown {
  return response.setHeader('content-type', types[type]!).end(body);
}
