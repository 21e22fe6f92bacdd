import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import type { HttpAnswer, HttpRequest, Route } from './exchange.ts';

const contentTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

const encodings = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

export interface StaticFilesOptions {
  /** Headers of every file, or of those ending so. */
  headers: (path: string) => Record<string, string>;
  /** Whether a file of this name never changes: its name has a hash of what is in it. */
  immutable?: (name: string) => boolean;
}

/** Serves the files of a folder, `index.html` for a folder of it, and nothing that is not in it. */
export function staticFiles(folder: string, { headers, immutable = () => false }: StaticFilesOptions): Route {
  const root = resolve(folder);
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return null;
    const path = pathInside(root, request.path);
    if (path === null) return null;
    const found = await stat(path).catch(() => null);
    if (found?.isDirectory()) {
      if (!request.path.endsWith('/')) return slashAppended(root, path, request);
      return fileAnswer(join(path, 'index.html'), request, headers, immutable);
    }
    return found?.isFile() ? fileAnswer(path, request, headers, immutable) : null;
  };
}

/** The file that a path names; null where it leads out of the folder or to a hidden file. */
function pathInside(root: string, requestPath: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(requestPath);
  } catch {
    return null;
  }
  if (path.includes('\0') || path.includes('\\') || /(?:^|\/)\./.test(path)) return null;
  const file = resolve(root, `.${path}`);
  return file === root || file.startsWith(root + sep) ? file : null;
}

/** Relative links of a folder's page would be wrong without the slash. Only for what has an index: `//host` must not get here. */
async function slashAppended(root: string, folder: string, request: HttpRequest): Promise<HttpAnswer | null> {
  const index = await stat(join(folder, 'index.html')).catch(() => null);
  if (!index) return null;
  const location = `${folder.slice(root.length).split(sep).map(encodeURIComponent).join('/')}/${request.search}`;
  return { status: 301, headers: { location }, body: null };
}

async function fileAnswer(
  path: string,
  request: HttpRequest,
  headersOf: StaticFilesOptions['headers'],
  immutable: (name: string) => boolean,
): Promise<HttpAnswer | null> {
  const accepted = request.header('accept-encoding') ?? '';
  let encoding: string | null = null;
  let body: Buffer | null = null;
  for (const [name, suffix] of encodings) {
    if (body || !accepted.includes(name)) continue;
    body = await readFile(path + suffix).catch(() => null);
    if (body) encoding = name;
  }
  body ??= await readFile(path).catch(() => null);
  if (!body) return null;
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const headers: Record<string, string> = {
    'content-type': contentTypes[extname(path)] ?? 'application/octet-stream',
    'x-content-type-options': 'nosniff',
    'cache-control': immutable(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
    vary: 'Accept-Encoding',
    etag,
    ...headersOf(path),
  };
  if (encoding) headers['content-encoding'] = encoding;
  if (request.header('if-none-match')?.includes(etag)) return { status: 304, headers, body: null };
  return { status: 200, headers, body };
}
