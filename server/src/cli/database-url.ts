import { UsageError } from './usage-error.ts';

/** The database that an option names. @throws {UsageError} It does not repeat the address, which may have a password in it. */
export function databaseUrl(option: string, url: string): string {
  if (/^(?:sqlite:.|postgres(?:ql)?:\/\/.)/.test(url)) return url;
  throw new UsageError(`--${option} is no address of a database: it takes sqlite:PATH or postgres://….`);
}
