/** One check in an `Authentication-Results` field (RFC 8601): `dkim=pass header.d=example.org`. */
export interface AuthenticationResult {
  method: string;
  result: string;
  /** Such as `header.d`; the last one of each name, all in lower case. */
  properties: Map<string, string>;
}

export interface AuthenticationResults {
  /** Who checked. */
  authservId: string;
  results: AuthenticationResult[];
}

const maxLength = 20_000;

/** What a field says; null if it is not exactly of the form, since half-understood words of an attacker prove nothing. */
export function parseAuthenticationResults(value: string): AuthenticationResults | null {
  if (value.length > maxLength) return null;
  const parts = partsOf(value);
  const [, authservId] = /^\s*([^\s;=]+)(?:\s+\d+)?\s*$/.exec(parts?.[0] ?? '') ?? [];
  if (!parts || authservId === undefined) return null;
  const results: AuthenticationResult[] = [];
  for (const part of parts.slice(1)) {
    if (part.trim() === '' || /^\s*none\s*$/i.test(part)) continue;
    const result = parseResult(part);
    if (!result) return null;
    results.push(result);
  }
  return { authservId: unquoted(authservId).toLowerCase(), results };
}

/** What stands between semicolons, without comments; null if a comment or a quotation does not end. */
function partsOf(value: string): string[] | null {
  const parts = [''];
  let comments = 0;
  let isQuoted = false;
  for (let at = 0; at < value.length; at++) {
    const character = value[at]!;
    if (character === '\\') {
      if (comments === 0) parts[parts.length - 1] += value.slice(at, at + 2);
      at++;
    } else if (isQuoted) {
      parts[parts.length - 1] += character;
      if (character === '"') isQuoted = false;
    } else if (character === '(') comments++;
    else if (character === ')') {
      if (--comments < 0) return null;
      parts[parts.length - 1] += ' ';
    } else if (comments > 0) continue;
    else if (character === ';') parts.push('');
    else {
      if (character === '"') isQuoted = true;
      parts[parts.length - 1] += character;
    }
  }
  return comments > 0 || isQuoted ? null : parts;
}

const word = /^\s*([\w./-]+)\s*=\s*("(?:[^"\\]|\\.)*"|[^\s;"]+)/;

function parseResult(part: string): AuthenticationResult | null {
  const first = word.exec(part);
  if (!first) return null;
  const properties = new Map<string, string>();
  let rest = part.slice(first[0].length);
  while (rest.trim() !== '') {
    const next = word.exec(rest);
    if (!next) return null;
    properties.set(next[1]!.toLowerCase(), unquoted(next[2]!).toLowerCase());
    rest = rest.slice(next[0].length);
  }
  const method = first[1]!.toLowerCase().replace(/\/\d+$/, '');
  return { method, result: unquoted(first[2]!).toLowerCase(), properties };
}

function unquoted(text: string): string {
  return text.startsWith('"') ? text.slice(1, -1).replace(/\\(.)/g, '$1') : text;
}
