// Hints for the page's developers, each written to the console once. Loaded once the page is idle.
import { defaultClient } from '../client/default-client.js';
import { ParvisError } from '../client/parvis-error.js';
import { FollowController } from '../controllers/follow-controller.js';
import { graphql } from '../graphql/graphql.js';
import { pageKey } from './page-key.js';

const CANONICAL_PAGES = graphql(`
  query CanonicalPages($keys: [String!]!) {
    pages(keys: $keys) {
      id
    }
  }
`);

const QUERIES = 'parvis:queries';
/** Parameters that tell how a reader came or what they search for, not which page it is. */
const OTHERS = /^(utm_\w*|fbclid|gclid|msclkid|mc_\w+|_g[al]|phpsessid|jsessionid|(access_|id_)?token|comment|post)$/i;
const FINDERS = /^(q|person|department|location|expertise|language)s?$/;
const said = new Set<string>();

/** Checks the canonical link and the query of the page. */
export function notePage(): void {
  if (![...FollowController.all].some(({ host }) => isAboutThisPage(host))) return;
  const key = pageKey();
  const [, canonical, own] = /^canonical:(.*) (.*)$/s.exec(key) ?? [];
  if (own !== undefined) void noteCanonical(canonical!, own);
  else if (
    location.search &&
    key.startsWith(location.origin + location.pathname.replace(/\/+$/, '')) &&
    !key.includes('?')
  )
    noteQuery();
}

function isAboutThisPage(host: object): boolean {
  const { subject, wall } = host as { subject?: string; wall?: string };
  return wall === undefined ? 'subject' in host && !subject : wall === 'page';
}

async function noteCanonical(canonical: string, own: string): Promise<void> {
  if (said.has(canonical)) return;
  said.add(canonical);
  try {
    await defaultClient().load(CANONICAL_PAGES, canonical);
  } catch (reason) {
    if (ParvisError.from(reason).code !== 'INVALID') return void said.delete(canonical);
    warn(`<link rel="canonical"> names ${canonical}, which this server does not accept, so it is ignored and this page is
${own}. Name the page by <meta name="parvis:subject"> or by the subject of each tag, or add its origin to PARVIS_ORIGINS. ${ParvisError.from(reason).message}`);
  }
}

/** Pages of one path with different queries look like different pages, but share one discussion. */
function noteQuery(): void {
  const path = location.origin + location.pathname;
  const query = [...new URLSearchParams(location.search)]
    .filter(([name]) => !OTHERS.test(name) && !(FINDERS.test(name) && document.querySelector('parvis-people-finder')))
    .join('&');
  if (!query || said.has(path)) return;
  const queries = remembered();
  queries[path] ??= fingerprint(query);
  remember(queries);
  if (queries[path] === fingerprint(query)) return;
  said.add(path);
  warn(`pages under ${path} have different queries, and one discussion: the query of an address does not count. If they are
different pages, give each a <link rel="canonical"> with its query, a <meta name="parvis:subject">, or the tags a subject.`);
}

// In this tab only, and hashed: a query may contain secrets.
function remembered(): Record<string, number> {
  try {
    return JSON.parse(sessionStorage.getItem(QUERIES) ?? '{}') as Record<string, number>;
  } catch {
    return {};
  }
}

function remember(queries: Record<string, number>): void {
  try {
    sessionStorage.setItem(QUERIES, JSON.stringify(Object.fromEntries(Object.entries(queries).slice(-50))));
  } catch {
    // Forbidden: then only a query that changes without loading the page again is noticed.
  }
}

function fingerprint(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return hash;
}

const warn = (message: string) => console.warn(`Parvis: ${message.replace(/\n/g, ' ')}`);
