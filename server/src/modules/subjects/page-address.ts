// One page, one address: what differs between two spellings of the same address goes, what may tell two pages apart stays.

/** Parameters of a query that say where a reader comes from or who they are, never which page it is. */
const noise = /^(?:utm_\w+|fbclid|gclid|msclkid|mc_[ce]id|_g[al]|phpsessid|jsessionid|aspsessionid\w*)(?:=|$)/i;
/** Sessions that Java and ASP.NET servers write into the path for browsers that have no cookie yet. */
const pathSessions = [/;jsessionid=[^/;]*/gi, /\/\(S\([\w-]+\)\)(?=\/|$)/gi];
/** What is left of a segment `..;jsessionid=…`, which no browser has resolved. */
const dots = /\/\.{1,2}(?=\/|$)/g;

/**
 * The one form of a web address, whatever way it was written: without trailing slash, index name, session, tracking
 * parameters and the dot behind a host; with its query, and with its hash where that is a route (`#/…`, `#!/…`). Its own
 * form is itself. An escaped slash stays escaped, and the case of a path stays as it is: they may tell pages apart.
 *
 * @param indexNames - What a folder answers when nothing is named, in lower case.
 */
export function foldAddress(url: URL, indexNames: readonly string[]): string {
  const query = url.search
    .slice(1)
    .split('&')
    .filter((parameter) => parameter !== '' && !noise.test(parameter))
    .join('&');
  return (
    foldOrigin(url) + foldPath(url.pathname, indexNames) + (query && `?${foldText(query, '')}`) + foldRoute(url.hash)
  );
}

/** The address of a page without what tells it apart behind its path, where it has such. */
export function withoutQueryAndRoute(address: string): string | null {
  const path = address.replace(/[?#].*/s, '');
  return path === address ? null : path;
}

/** `https://host.` and `https://host` are the same host. */
export function foldOrigin({ protocol, host }: URL): string {
  return `${protocol}//${host.replace(/\.(?=:|$)/, '')}`;
}

function foldPath(pathname: string, indexNames: readonly string[]): string {
  const path = [...pathSessions, dots]
    .reduce((text, pattern) => text.replace(pattern, ''), foldText(pathname))
    .replace(/\/{2,}/g, '/');
  const segments = path.split('/');
  while (segments.length > 1 && ['', ...indexNames].includes(segments.at(-1)!.toLowerCase())) segments.pop();
  return segments.join('/');
}

function foldRoute(hash: string): string {
  const [, mark, path, query = ''] = /^(#!?)(\/[^?]*)(\?.*)?$/s.exec(hash) ?? [];
  if (!mark) return '';
  const route =
    foldText(path!)
      .replace(/\/{2,}/g, '/')
      .replace(/\/$/, '') + (query.length > 1 ? foldText(query, '') : '');
  return route && mark + (route.startsWith('/') ? '' : '/') + route;
}

/**
 * Escapes in one form: what needs none has none, the rest has capital letters; accents are composed (NFC), as typed on
 * every system but macOS. Bytes that are no UTF-8 stay as they are.
 *
 * @param bare - What servers escape or not as they like, and that means the same either way.
 */
function foldText(text: string, bare = "!'()*,$&+=:@"): string {
  const unescaped = text.replace(/%[0-7][0-9a-f]/gi, (escape) => {
    const character = String.fromCharCode(parseInt(escape.slice(1), 16));
    return /[\w.~-]/.test(character) || bare.includes(character) ? character : escape.toUpperCase();
  });
  return unescaped
    .replace(/(?:%[89a-f][0-9a-f])+/gi, decoded)
    .normalize('NFC')
    .replace(/[^\x21-\x7e]|[[\]|^]/gu, (character) => encodeURIComponent(character));
}

function decoded(escapes: string): string {
  try {
    return decodeURIComponent(escapes);
  } catch {
    return escapes.toUpperCase();
  }
}
