import { CannotOpenDatabase } from '../database/connect.ts';
import { CopyRefused } from '../database/copy/copy-refused.ts';
import { CannotListen } from '../http/listen.ts';
import { WrongSettings } from '../platform/settings-table.ts';

const expected = [WrongSettings, CannotListen, CannotOpenDatabase, CopyRefused];

/** One line for what its reader can put right; all there is for what only a programmer can. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return expected.some((type) => error instanceof type) ? error.message : (error.stack ?? error.message);
}
