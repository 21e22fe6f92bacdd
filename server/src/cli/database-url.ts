import { type OptionValue, UsageError } from './command.ts';

/** The database that an option names. @throws {UsageError} */
export function databaseUrl(option: string, value: OptionValue): string {
  if (typeof value === 'string' && /^(?:sqlite:.|postgres(?:ql)?:\/\/.)/.test(value)) return value;
  const wrong = value === undefined ? 'missing' : 'no address of a database';
  throw new UsageError(`--${option} is ${wrong}: it takes sqlite:PATH or postgres://….`);
}
