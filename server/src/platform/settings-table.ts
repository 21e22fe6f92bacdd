import { z } from 'zod';

/** One environment variable: what it takes, what it is without one, and what it does. */
export interface Setting<T> {
  name: string;
  /** What it takes, as it ends the sentence "it takes …". */
  takes: string;
  /** As it would be written; null where none is needed. */
  default: string | null;
  description: string;
  /** Not to be repeated in messages. */
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

/** What a wrong setting is told, for rules between settings too. */
export function wrongSetting(name: string, got: string, takes: string): string {
  return `${name} is ${JSON.stringify(got)}: it takes ${takes}.`;
}

/**
 * Reads the settings of a table from environment variables. An empty variable counts as none.
 *
 * @throws {WrongSettings} one line for each wrong variable: its name, what it got and what it takes.
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
    if (!result.success) errors.push(wrongSetting(name, secret ? '…' : text, takes));
    return [key, result.data];
  });
  if (errors.length > 0) throw new WrongSettings(errors.join('\n'));
  return Object.fromEntries(entries) as SettingsOf<Table>;
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

export const webAddress: [string, z.ZodType<string>] = [
  'an http or https address',
  z.string().refine((address) => /^https?:\/\//.test(address) && URL.canParse(address)),
];

/** Scheme, host and port, nothing after. */
export const origin: [string, z.ZodType<string>] = [
  'an origin such as https://intranet.example.org',
  z
    .string()
    .refine((address) => URL.canParse(address) && /^https?:$/.test(new URL(address).protocol))
    .refine((address) => ['', '/'].includes(address.slice(new URL(address).origin.length)))
    .transform((address) => new URL(address).origin),
];
