import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** How long a service may take until it answers, in milliseconds: disks are slow where many tests run. */
const timeout = 60_000;

export interface ServiceOptions {
  url: string;
  /** Holds its data; removed with it. */
  folder: string;
  command: [program: string, ...args: string[]];
  /** Over our own environment. */
  env?: Record<string, string>;
  /** The user to run as, where it is not ours. */
  user?: { uid: number; gid: number };
  /** How it is told to end, all that it has in hand written down. */
  endsBy: NodeJS.Signals;
  /** Whether it takes requests. */
  answers: () => Promise<boolean>;
}

/**
 * A server that tests need, in a process of its own on this machine. Whatever ends the process that started it, even a
 * kill, ends it too.
 */
export class Service {
  readonly url: string;
  readonly #options: ServiceOptions;
  #child: ChildProcess | null = null;
  #watchdog: ChildProcess | null = null;

  constructor(options: ServiceOptions) {
    this.url = options.url;
    this.#options = options;
  }

  get pid(): number {
    return this.#child!.pid!;
  }

  get isRunning(): boolean {
    return this.#child?.exitCode === null && this.#child.signalCode === null;
  }

  /** What it has logged. */
  get log(): string {
    return readFileSync(this.#logFile, 'utf8');
  }

  /** Starts it, or starts it again on its data. @throws {Error} with its log when it ends instead. */
  async start(): Promise<void> {
    const deadline = Date.now() + timeout;
    for (;;) {
      const ended = this.#launch();
      while (ended() === null && !(await this.#options.answers())) {
        if (Date.now() > deadline) throw new Error(`${this.url} does not answer:\n${this.log}`);
        await delay(20);
      }
      if (ended() === null) return;
      // What is left of a process that was killed may still hold on to the data for a moment.
      if (Date.now() > deadline || !/pre-existing shared memory|lock file/.test(this.log)) {
        throw new Error(`${this.#options.command[0]} ended:\n${this.log}`);
      }
      await delay(50);
    }
  }

  /** Ends it as a crash would, by SIGKILL. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Ends it in order if it runs, and starts it again on its data and port. */
  async restart(): Promise<void> {
    await this.#end(this.#options.endsBy);
    await this.start();
  }

  /** Ends it and removes its data. */
  async stop(): Promise<void> {
    await this.#end(this.#options.endsBy);
    rmSync(this.#options.folder, { recursive: true, force: true });
  }

  get #logFile(): string {
    return join(this.#options.folder, 'service.log');
  }

  /** The function that it answers says how the process ended, or null. */
  #launch(): () => string | null {
    const { command, env, user, folder } = this.#options;
    const log = openSync(this.#logFile, 'w');
    const [program, ...args] = command;
    const child = spawn(program, args, {
      ...user,
      cwd: folder,
      env: { ...process.env, ...env },
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    let ended: string | null = null;
    child.once('error', (error) => (ended = error.message)).once('exit', (code) => (ended = String(code)));
    child.unref();
    this.#child = child;
    if (child.pid !== undefined) this.#watchdog = watch(child.pid, folder);
    return () => ended;
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    this.#watchdog?.kill('SIGKILL');
    if (child?.exitCode !== null || child.signalCode !== null) return;
    await new Promise<void>((resolve) => {
      child.ref();
      child.once('exit', () => resolve());
      child.kill(signal);
    });
  }
}

/** Ends the process and removes its folder when our end of a pipe closes, which the system does however we end. */
function watch(pid: number, folder: string): ChildProcess | null {
  if (process.platform === 'win32') return null;
  const script = 'cat > /dev/null; kill -KILL "$1"; sleep 1; rm -rf "$2"';
  const watchdog = spawn('sh', ['-c', script, 'sh', String(pid), folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  watchdog.unref();
  // The handle of a pipe would keep us alive.
  (watchdog.stdin as unknown as { unref(): void }).unref();
  return watchdog;
}
