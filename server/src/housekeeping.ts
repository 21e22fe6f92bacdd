import type { App } from './app.ts';
import type { BackgroundWork } from './background-work.ts';

const hour = 60 * 60 * 1000;
const day = 24 * hour;

type Home = Pick<App, 'clock' | 'config' | 'idempotency' | 'log' | 'purge'>;

/** Does now, and then every hour, what is not for those who ask. Answers how to stop that. */
export function keepHouse(home: Home, background: BackgroundWork): () => void {
  const tidy = () => background.watch(tidyUp(home), 'error', 'tidying up failed');
  tidy();
  const timer = setInterval(tidy, hour);
  return () => clearInterval(timer);
}

/** Forgets what has been kept for long enough. Several nodes may do so at once. */
export async function tidyUp({ clock, config, idempotency, log, purge }: Home): Promise<void> {
  await idempotency.prune();
  if (config.purgeAfter === 0) return;
  const before = clock.now() - config.purgeAfter * day;
  const texts = await purge(before);
  if (texts > 0) log.info({ texts }, 'deleted texts were forgotten');
}
