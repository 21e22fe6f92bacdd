import { headText } from './audit/audit-entry.ts';
import type { AuditLog } from './audit/audit-log.ts';
import type { Composition } from './compose.ts';
import type { RunningPlatform } from './create-platform.ts';
import type { Logger } from './platform/log.ts';
import type { JobHandler, JobHandlers } from './queue/job.ts';

const hour = 60 * 60 * 1000;
const day = 24 * hour;

type Home = Pick<RunningPlatform, 'audit' | 'clock' | 'config' | 'idempotency' | 'log'> & Pick<Composition, 'purge'>;

/** Deletes every hour what has been kept for long enough, and logs every day where the audit log ends. */
export function housekeepingJobs(home: Home): JobHandlers {
  return new Map([
    ['pruneIdempotencyKeys', every(hour, () => home.idempotency.prune())],
    ['purgeTexts', every(hour, () => purgeTexts(home))],
    ['logAuditHead', every(day, () => logAuditHead(home))],
  ]);
}

function every(interval: number, run: () => Promise<void>): JobHandler<null> {
  return { parse: () => null, run, every: interval };
}

/** Logs where the audit log ends: a log that was cut afterwards is found by it. */
export async function logAuditHead({ audit, log }: { audit: AuditLog; log: Logger }): Promise<void> {
  log.info({ head: headText(await audit.head()) }, 'the audit log ends here');
}

/** Deletes for good the texts that were deleted long ago. */
export async function purgeTexts({ clock, config, log, purge }: Omit<Home, 'audit' | 'idempotency'>): Promise<void> {
  if (config.purgeAfter === 0) return;
  const texts = await purge(clock.now() - config.purgeAfter * day);
  if (texts > 0) log.info({ texts }, 'deleted texts were forgotten');
}
