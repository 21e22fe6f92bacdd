import type { Composition } from './compose.ts';
import type { RunningPlatform } from './create-platform.ts';
import type { JobHandler, JobHandlers } from './queue/job.ts';

const hour = 60 * 60 * 1000;
const day = 24 * hour;

type Home = Pick<RunningPlatform, 'clock' | 'config' | 'idempotency' | 'log'> & Pick<Composition, 'purge'>;

/** Deletes every hour what has been kept for long enough. */
export function housekeepingJobs(home: Home): JobHandlers {
  return new Map([
    ['pruneIdempotencyKeys', hourly(() => home.idempotency.prune())],
    ['purgeTexts', hourly(() => purgeTexts(home))],
  ]);
}

function hourly(run: () => Promise<void>): JobHandler<null> {
  return { parse: () => null, run, every: hour };
}

/** Deletes for good the texts that were deleted long ago. */
export async function purgeTexts({ clock, config, log, purge }: Omit<Home, 'idempotency'>): Promise<void> {
  if (config.purgeAfter === 0) return;
  const texts = await purge(clock.now() - config.purgeAfter * day);
  if (texts > 0) log.info({ texts }, 'deleted texts were forgotten');
}
