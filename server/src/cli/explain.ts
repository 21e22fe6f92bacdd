import { CannotOpenDatabase } from '../database/connect.ts';
import { CopyRefused } from '../database/copy/copy-refused.ts';
import { CannotListen } from '../http/listen.ts';
import { WrongSettings } from '../platform/settings-table.ts';

const expected = [WrongSettings, CannotListen, CannotOpenDatabase, CopyRefused];

/** One line for errors that the administrator can fix; the full stack for all others. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return expected.some((type) => error instanceof type) ? error.message : (error.stack ?? error.message);
}
