import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, resolve, sep } from 'node:path';
import send from 'send';

/** Only scripts have compressed copies beside them. */
const script = '.js';
const scriptType = 'text/javascript; charset=utf-8';
const encodings = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

export interface StaticFilesOptions {
  /** Headers of a file, by its path in the folder. */
  headers?: (path: string) => Record<string, string>;
  /** Whether a file never changes, because its name contains a hash of its content. */
  immutable?: (path: string) => boolean;
  /** Paths of files whose ETag is a hash: two versions can have the same size and, in a container image, the same time. */
  hashed?: readonly string[];
}

/** Answers with a file, and resolves with the status once the answer begins; null where there is no file. */
export type Files = (request: IncomingMessage, response: ServerResponse) => Promise<number | null>;

/** The files of a folder, `index.html` for a folder of it, and nothing that is not in it. */
export function staticFiles(folder: string, options: StaticFilesOptions = {}): Files {
  const root = resolve(folder);
  return async (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return null;
    const [path, search] = splitUrl(request.url ?? '/');
    const hash = options.hashed?.includes(path) ? await contentHash(join(root, path)) : null;
    const common = (file: string) => ({ ...headersOf(file, options), ...(hash && { etag: `"${hash}"` }) });
    const accepted = String(request.headers['accept-encoding'] ?? '');
    for (const [encoding, suffix] of path.endsWith(script) ? encodings : []) {
      if (!accepted.includes(encoding)) continue;
      const headers = (file: string) => ({
        ...common(file),
        ...(hash && { etag: `"${hash}-${encoding}"` }),
        'content-encoding': encoding,
        'content-type': scriptType,
      });
      const status = await sendFile(request, response, { root, path: path + suffix, search, headers });
      if (status !== null) return status;
    }
    return sendFile(request, response, { root, path, search, headers: common });
  };
}

function splitUrl(url: string): [path: string, search: string] {
  const mark = url.indexOf('?');
  return mark < 0 ? [url, ''] : [url.slice(0, mark), url.slice(mark)];
}

function headersOf(file: string, { headers, immutable }: StaticFilesOptions): Record<string, string> {
  return {
    'x-content-type-options': 'nosniff',
    'cache-control': immutable?.(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
    vary: 'Accept-Encoding',
    ...headers?.(file),
  };
}

async function contentHash(file: string): Promise<string | null> {
  const content = await readFile(file).catch(() => null);
  return content && createHash('sha256').update(content).digest('base64url').slice(0, 22);
}

interface SentFile {
  root: string;
  path: string;
  search: string;
  /** By the path of the file in the root. */
  headers: (file: string) => Record<string, string>;
}

function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  { root, path, search, headers }: SentFile,
): Promise<number | null> {
  return new Promise((answered, failed) => {
    const begun = () => answered(response.statusCode);
    // A response without a body, as a 304, is only ended.
    response.once('close', begun);
    if (response.closed) begun();
    send(request, path, { root, cacheControl: false, lastModified: false })
      .on('headers', (_response, file: string) =>
        response.setHeaders(new Map(Object.entries(headers(file.slice(root.length))))),
      )
      .on('stream', begun)
      .on('directory', (_response, folder: string) => {
        slashAppended(root, folder, search).then((location) => {
          if (location) response.writeHead(301, { location, 'content-length': 0 }).end();
          else answered(null);
        }, failed);
      })
      .on('error', (error: Error & { status: number }) => {
        if (response.headersSent) response.destroy(error);
        else if (error.status === 412 || error.status === 416) endEmpty(response, error.status);
        else if (error.status < 500) answered(null);
        else failed(error);
      })
      .pipe(response);
  });
}

/** Redirects to a folder that has an index, because its relative links would be wrong without the slash. */
async function slashAppended(root: string, folder: string, search: string): Promise<string | null> {
  const index = await stat(join(folder, 'index.html')).catch(() => null);
  return index && `${folder.slice(root.length).split(sep).map(encodeURIComponent).join('/')}/${search}`;
}

/** For a condition or a range that the file does not meet. */
function endEmpty(response: ServerResponse, status: number): void {
  for (const name of ['content-type', 'content-encoding', 'etag']) response.removeHeader(name);
  response.writeHead(status, { 'content-length': 0 }).end();
}
