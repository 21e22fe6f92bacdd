import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { jwtSettings } from '../e2e/host-token.ts';
import { quietPort } from '../services/quiet-port.ts';

const parvis = fileURLToPath(new URL('../../../server/bin/parvis', import.meta.url));
/** How long a server may take until it listens, in milliseconds. */
const timeout = 120_000;
const keptLog = 100_000;

export interface NodeOptions {
  /** Environment variables; at least DATABASE_URL. */
  settings: Record<string, string>;
}

/** A `parvis serve` as operations would run it, which may be killed at any moment and started again on its port. */
export class ParvisNode {
  readonly port: number;
  /** What it wrote since it was last launched. */
  log = '';
  readonly #environment: NodeJS.ProcessEnv;
  #child: ChildProcess | null = null;

  /** Use {@link ParvisNode.create}. */
  constructor(port: number, { settings }: NodeOptions) {
    this.port = port;
    this.#environment = {
      ...process.env,
      ...jwtSettings,
      PORT: String(port),
      PARVIS_RATE_LIMIT: '0',
      PARVIS_READ_LIMIT: '0',
      PARVIS_SEARCH_LIMIT: '0',
      PARVIS_PARSE_LIMIT: '0',
      PARVIS_LOG_LEVEL: 'warn',
      ...settings,
    };
  }

  /** Chooses a port, and launches nothing yet. */
  static async create(options: NodeOptions): Promise<ParvisNode> {
    return new ParvisNode(await quietPort(), options);
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get pid(): number {
    return this.#child!.pid!;
  }

  get isRunning(): boolean {
    return this.#child !== null && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  get exitCode(): number | null {
    return this.#child?.exitCode ?? null;
  }

  /** Starts the process, and does not wait until it answers. */
  launch(): void {
    const child = spawn(process.execPath, [parvis, 'serve'], {
      env: this.#environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.log = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text: Buffer) => (this.log = (this.log + text.toString()).slice(-keptLog)));
    }
    this.#child = child;
  }

  /** @throws {Error} with its log when it ends instead. */
  async listening(): Promise<void> {
    const deadline = Date.now() + timeout;
    while (!this.log.includes('Parvis listens on')) {
      if (!this.isRunning) throw new Error(`The server ended:\n${this.log}`);
      if (Date.now() > deadline) throw new Error(`The server does not listen:\n${this.log}`);
      await delay(5);
    }
  }

  /** Waits until it has ended by itself. @throws {Error} where it does not. */
  async gone(): Promise<void> {
    const deadline = Date.now() + timeout;
    while (this.isRunning) {
      if (Date.now() > deadline) throw new Error(`The server still runs:\n${this.log}`);
      await delay(10);
    }
  }

  async start(): Promise<void> {
    this.launch();
    await this.listening();
  }

  /** Ends it without a word, or as operations would by SIGTERM, and waits until it is gone. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#child;
    if (!child || !this.isRunning) return;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill(signal);
    await gone;
  }
}
