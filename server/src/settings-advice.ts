import { distance } from 'fastest-levenshtein';
import type { Config } from './config.ts';
import { parsePagePattern } from './modules/subjects/page-pattern.ts';
import { settings } from './settings.ts';

const names = Object.values(settings).map(({ name }) => name);

/** Variables that Kubernetes and Docker set in the environment of a program beside a service named `parvis`. */
const injected =
  /^PARVIS(?:_\w+)?_(?:SERVICE_HOST|SERVICE_PORT(?:_\w+)?|PORT(?:_\d+_(?:TCP|UDP)(?:_\w+)?)?)$|^PARVIS_NAME$/;
/** Variables of our own tests, and of `bin/parvis`. */
const ours = /^PARVIS_(?:TEST_.*|NODE_PICKED)$/;

/** Warnings about valid settings that look like a mistake, one line each. */
export function settingsAdvice(environment: NodeJS.ProcessEnv, config: Config): string[] {
  return [...misspelt(environment), ...open(config), ...nameless(config)];
}

function* misspelt(environment: NodeJS.ProcessEnv): Iterable<string> {
  const known = new Set(names);
  for (const name of Object.keys(environment)) {
    if (!/^parvis/i.test(name) || known.has(name) || injected.test(name) || ours.test(name)) continue;
    yield `${name} is no setting and changes nothing.${suggestion(name)}`;
  }
}

function suggestion(name: string): string {
  const wanted = name.toUpperCase().replaceAll('-', '_');
  const distances = names.map((known): [string, number] => [known, distance(wanted, known)]);
  const [nearest, far] = distances.reduce((one, other) => (other[1] < one[1] ? other : one));
  // One or two letters, depending on the length: a typing error.
  return far <= Math.max(2, wanted.length / 5) ? ` Did you mean ${nearest}?` : ' docs/settings.md lists all there are.';
}

function* open({ environment, hosts, auth, anonymous, origins, redisUrl, secrets, smtpUrl }: Config): Iterable<string> {
  if (environment !== 'production') return;
  if (hosts.length === 0)
    yield 'PARVIS_HOSTS is not set: this server answers for any host name. Set it to the names under which browsers reach it.';
  if (auth.every((way) => way === 'anonymous') && anonymous === 'none')
    yield 'PARVIS_AUTH has no way to sign in and PARVIS_ANONYMOUS is none: no one can read or write anything.';
  if (redisUrl !== null && secrets === null)
    yield 'PARVIS_SECRETS is not set: what one server signs, the others on this database do not accept. `openssl rand -base64 32` makes one.';
  if (smtpUrl !== null && redisUrl === null && secrets === null)
    yield 'PARVIS_SECRETS is not set: links in mails stop to work when this server is started again. `openssl rand -base64 32` makes one.';
  if (origins.length === 0) yield 'PARVIS_ORIGINS is not set: only pages of this server’s own address can use it.';
}

function* nameless({ pageRules }: Config): Iterable<string> {
  for (const { pattern } of pageRules)
    if (parsePagePattern(pattern).of === 'names' && /\/.*\*/.test(pattern))
      yield `PARVIS_PAGE_RULES: ${pattern} is about pages with plain names. For addresses, write /${pattern}.`;
}
