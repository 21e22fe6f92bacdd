import { isIP } from 'node:net';
import { z } from 'zod';

/** One environment variable: its values, its default and its purpose. */
export interface Setting<T> {
  name: string;
  /** Its valid values, as the end of the sentence “it takes …”. */
  takes: string;
  /** The default as text; null if there is none. */
  default: string | null;
  description: string;
  /** Whether messages must not repeat its value. */
  secret: boolean;
  schema: z.ZodType<T>;
}

interface SettingOptions<T> {
  takes: [string, z.ZodType<T>];
  default?: string;
  description: string;
  secret?: boolean;
}

export type SettingsTable = Record<string, Setting<unknown>>;
export type SettingsOf<Table extends SettingsTable> = {
  readonly [Key in keyof Table]: Table[Key] extends Setting<infer T> ? T : never;
};

export class WrongSettings extends Error {
  override readonly name = 'WrongSettings';
}

export function setting<T>(name: string, options: SettingOptions<T> & { default: string }): Setting<T>;
export function setting<T>(name: string, options: SettingOptions<T>): Setting<T | null>;
export function setting<T>(name: string, options: SettingOptions<T>): Setting<T | null> {
  const { takes, description, secret = false } = options;
  return { name, description, secret, takes: takes[0], schema: takes[1], default: options.default ?? null };
}

/** The message about a wrong value, also for rules that concern several settings. */
export function wrongSetting(name: string, got: string, takes: string): string {
  return `${name} is ${JSON.stringify(got)}: it takes ${takes}.`;
}

/**
 * Reads the settings of a table from environment variables. An empty variable counts as none.
 *
 * @throws {WrongSettings} with one line for each wrong variable: its name, its value and the valid values.
 */
export function readSettings<Table extends SettingsTable>(
  table: Table,
  environment: NodeJS.ProcessEnv,
): SettingsOf<Table> {
  const errors: string[] = [];
  const entries = Object.entries(table).map(([key, { name, takes, schema, secret, default: fallback }]) => {
    const text = environment[name]?.trim() || fallback;
    if (text === null) return [key, null];
    const result = schema.safeParse(text);
    if (!result.success) errors.push(wrongSetting(name, secret ? '…' : text, takes) + reasonOf(result.error));
    return [key, result.data];
  });
  if (errors.length > 0) throw new WrongSettings(errors.join('\n'));
  return Object.fromEntries(entries) as SettingsOf<Table>;
}

/** What `parsed` says of the value, after the sentence about valid ones. */
function reasonOf({ issues }: z.ZodError): string {
  return issues.map((issue) => (issue.code === 'custom' ? ((issue.params?.['reason'] as string) ?? '') : '')).join('');
}

export const text = z.string();

export function integer(min: number, max: number, unit = ''): [string, z.ZodType<number>] {
  const words = `a whole number${unit && ` of ${unit}`} from ${min} to ${max}`;
  return [words, z.string().regex(/^\d+$/).transform(Number).pipe(z.number().int().min(min).max(max))];
}

export const boolean: [string, z.ZodType<boolean>] = [
  'true or false',
  z.enum(['true', 'false', '1', '0']).transform((word) => word === 'true' || word === '1'),
];

export function oneOf<const Word extends string>(...words: Word[]): [string, z.ZodType<Word>] {
  return [words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${words.at(-1)!}` : words[0]!, z.enum(words)];
}

/**
 * What `parse` makes of the text.
 *
 * @param parse - Throws an error that says what is wrong with the text, and repeats nothing of it that is secret.
 */
export function parsed<T>(takes: string, parse: (text: string) => T): [string, z.ZodType<T>] {
  const schema = z.string().transform((given, context) => {
    try {
      return parse(given);
    } catch (error) {
      context.addIssue({ code: 'custom', params: { reason: ` ${(error as Error).message}` } });
      return z.NEVER;
    }
  });
  return [takes, schema];
}

/** Words between commas, each of which must pass `item`. */
export function listOf<T>([takes, item]: [string, z.ZodType<T>], what: string): [string, z.ZodType<T[]>] {
  const split = z.string().transform((list) =>
    list
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  );
  return [`${what} between commas, each ${takes}`, split.pipe(z.array(item as unknown as z.ZodType<T, string>))];
}

/**
 * Secrets between commas, all of which are accepted: so that one can take the place of another without a moment in which one
 * side does not know it.
 */
export function secrets(least: number, letters = /^/): [string, z.ZodType<string[]>] {
  const [, list] = listOf(['', text.min(least).regex(letters)], '');
  return [
    `secrets of at least ${least} characters between commas; \`openssl rand -base64 32\` makes one`,
    list.refine((all) => all.length > 0),
  ];
}

export const webAddress: [string, z.ZodType<string>] = [
  'an http or https address',
  z.string().refine((address) => /^https?:\/\//.test(address) && URL.canParse(address)),
];

/** Scheme, host and port, nothing after. */
export const origin: [string, z.ZodType<string>] = [
  'an origin such as https://intranet.example.org, without wildcards',
  z
    .string()
    .refine(isOrigin)
    .transform((address) => (isOrigin(address) ? new URL(address).origin : address)),
];

/** Zod runs the transformation also after a failed refinement, so both check. */
function isOrigin(address: string): boolean {
  if (!URL.canParse(address) || /[*;\s]/.test(address)) return false;
  const { protocol, pathname, search, hash, username, password } = new URL(address);
  return /^https?:$/.test(protocol) && pathname === '/' && search + hash + username + password === '';
}

/** The widest trusted network: every machine in a trusted network can sign in as any person, so a wider one is a mistake. */
const widest = { 4: 8, 6: 7 } as const;

/** An IP address, or a network that is not a good part of the Internet. */
export const network: [string, z.ZodType<string>] = [
  `an IP address or a network such as 10.0.0.0/8, of /${widest[4]} (IPv6: /${widest[6]}) or narrower`,
  z.string().refine((entry) => {
    const [address = '', bits, ...rest] = entry.split('/');
    const version = isIP(address);
    if ((version !== 4 && version !== 6) || rest.length > 0) return false;
    if (bits === undefined) return true;
    return /^\d{1,3}$/.test(bits) && Number(bits) >= widest[version] && Number(bits) <= (version === 4 ? 32 : 128);
  }),
];

/** The name of a host, with its port where only that one is meant. */
export const hostName: [string, z.ZodType<string>] = [
  'a host such as social.example.org or social.example.org:8443, without wildcards',
  z
    .string()
    .refine((host) => /^[^\s/?#@*]+$/.test(host) && URL.canParse(`http://${host}`))
    // As browsers send it: in lower case, other letters than ASCII in Punycode.
    .transform((host) => host.toLowerCase().replace(/^[^:]+/, (name) => new URL(`http://${name}`).hostname)),
];
