import { parsed, setting, text } from '../../platform/settings-table.ts';
import { type PagePattern, parsePagePattern } from '../subjects/page-pattern.ts';

/** A secret that the server of a host page shares with this one. */
export interface PassKey {
  /** The `iss` of passes that it signs. Several keys may have the same name. */
  readonly name: string;
  readonly secret: string;
  /** The pages for which it may sign. */
  readonly patterns: readonly PagePattern[];
}

const shortestSecret = 32;
const keyName = /^[\w.-]{1,64}$/;

/** The settings of page passes. */
export const passSettings = {
  passKeys: setting('PARVIS_PASS_KEYS', {
    takes: parsed(
      `keys between commas, each NAME SECRET PATTERN … between spaces; \`openssl rand -base64 32\` makes a secret`,
      parsePassKeys,
    ),
    default: '',
    secret: true,
    description:
      'The keys with which servers of your pages sign page passes, and the pages for which each may. `wiki SECRET /wiki/** node:*` allows passes whose `iss` is `wiki`. While one secret takes the place of another, the name stands twice. See docs/passes.md.',
  }),
  passAudience: setting('PARVIS_PASS_AUDIENCE', {
    takes: ['the `aud` of passes', text],
    default: 'parvis',
    description: 'The audience that a page pass must have: what your pages call this server.',
  }),
};

function parsePassKeys(list: string): readonly PassKey[] {
  const entries = list
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  const keys = entries.map((entry, index) => within(`Key ${index + 1}: `, () => parsePassKey(entry)));
  for (const [index, { secret }] of keys.entries()) {
    const first = keys.findIndex((key) => key.secret === secret);
    if (first < index)
      throw new Error(
        `Key ${index + 1} has the secret of key ${first + 1}. Give each a secret of its own, or put all patterns into one.`,
      );
  }
  return keys;
}

/** Errors repeat nothing of the entry: a word at the wrong place may be the secret. */
function parsePassKey(entry: string): PassKey {
  const [name = '', secret = '', ...patterns] = entry.split(/\s+/);
  if (!keyName.test(name)) throw new Error('its name must have 1 to 64 letters, digits and . _ -.');
  if (secret.length < shortestSecret) throw new Error(`its secret must have at least ${shortestSecret} characters.`);
  if (patterns.length === 0)
    throw new Error('after the secret, name the pages for which it may sign, such as /wiki/**.');
  return {
    name,
    secret,
    patterns: patterns.map((pattern, index) => within(`pattern ${index + 1}: `, () => parsePagePattern(pattern))),
  };
}

function within<T>(where: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new Error(where + (error as Error).message, { cause: error });
  }
}
