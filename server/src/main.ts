import { type App, createApp } from './app.ts';
import { BackgroundWork } from './background-work.ts';
import type { Config } from './config.ts';
import { defaultReaders } from './platform/audience.ts';
import { migrate } from './database/migrate.ts';
import { logAuditHead } from './housekeeping.ts';
import { listen, type Listening } from './http/listen.ts';

/** The whole of a graceful stop must end before an orchestrator ends it. */
const grace = 8_000;

export interface ServeOptions {
  /** Called when the database is ready, before the first request can come. */
  prepare?: (app: App) => Promise<void>;
  /** Called once requests are answered. */
  announce: (listening: Listening, app: App) => void;
}

/**
 * Runs a server until the process is told to stop: once to finish what is under way, twice to stop at once. Also stops,
 * for a supervisor to start it again, where its disk fails.
 *
 * @throws {CannotOpenDatabase | CannotListen} with a message for the administrator.
 */
export async function serve(config: Config, { prepare, announce }: ServeOptions): Promise<void> {
  const app = createApp(config);
  const listening = await open(app, config, prepare);
  announce(listening, app);
  const background = new BackgroundWork(app.log);
  // Pages that are found by another key than before; readers of the others need not wait.
  background.watch(refold(app), 'error', 'pages could not be brought to the keys of this version');
  background.watch(logAuditHead(app), 'error', 'the end of the audit log could not be read');
  // The first search need not wait then; nothing else waits for this.
  background.watch(app.services.people.warm(), 'warn', 'the directory is not read yet');

  const failure = await Promise.race([stopSignal(), app.failure]);
  process.once('SIGTERM', () => process.exit(1)).once('SIGINT', () => process.exit(1));
  if (failure) app.log.fatal({ err: failure }, 'the database has to be opened anew: stopping, to be started again');
  else app.log.info('stopping');
  app.drain();
  background.stop();
  await Promise.all([listening.stop(grace), app.finishJobs(grace)]);
  // Cannot clean up any further. The next process publishes the remaining events.
  if (failure) process.exit(1);
  await app.close();
  app.log.info('stopped');
}

async function refold({ services, log }: App): Promise<void> {
  const moved = await services.subjects.moves.refold();
  if (moved > 0) log.info({ moved }, 'pages were brought to the keys of this version');
}

async function open(app: App, { pageRules }: Config, prepare: ServeOptions['prepare']): Promise<Listening> {
  try {
    await migrate(app.database.db, { readers: defaultReaders(app.config) });
    await app.services.subjects.readers.followSettings(pageRules);
    await prepare?.(app);
    app.start();
    await app.startBackground();
    return await listen(app.handle, app.config);
  } catch (error) {
    // Connections that are left open would keep the process alive.
    await app.close();
    throw error;
  }
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      process.removeListener('SIGTERM', stop).removeListener('SIGINT', stop);
      resolve();
    };
    process.on('SIGTERM', stop).on('SIGINT', stop);
  });
}
