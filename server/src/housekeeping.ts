import type { App } from './app.ts';
import type { BackgroundWork } from './background-work.ts';

const hour = 60 * 60 * 1000;
const day = 24 * hour;

type Home = Pick<App, 'clock' | 'config' | 'idempotency' | 'log' | 'purge'>;

/** Runs the cleanup now and then every hour. Returns a function that stops it. */
export function keepHouse(home: Home, background: BackgroundWork): () => void {
  const tidy = () => background.watch(tidyUp(home), 'error', 'tidying up failed');
  tidy();
  const timer = setInterval(tidy, hour);
  return () => clearInterval(timer);
}

/** Deletes expired data. Several nodes may do so at once. */
export async function tidyUp({ clock, config, idempotency, log, purge }: Home): Promise<void> {
  await idempotency.prune();
  if (config.purgeAfter === 0) return;
  const before = clock.now() - config.purgeAfter * day;
  const texts = await purge(before);
  if (texts > 0) log.info({ texts }, 'deleted texts were forgotten');
}
