import { UsageError } from './usage-error.ts';

/** The database of an option. @throws {UsageError} It does not repeat the address, which may contain a password. */
export function databaseUrl(option: string, url: string): string {
  if (/^(?:sqlite:.|postgres(?:ql)?:\/\/.)/.test(url)) return url;
  throw new UsageError(`--${option} is not a database address: it must be sqlite:PATH or postgres://….`);
}
