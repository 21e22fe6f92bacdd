import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** CPU that a process used, in milliseconds. */
interface Usage {
  cpu: number;
}

/** A server in a process of its own, which tells what CPU it used. */
export class MeasuredServer {
  readonly port: number;
  readonly #process: ReturnType<typeof fork>;

  constructor(process: ReturnType<typeof fork>, port: number) {
    this.#process = process;
    this.port = port;
  }

  /** @param script - In this folder; sends `{ port }` once it listens, and `{ cpu }` whenever it is sent anything. */
  static async start(script: string, args: string[]): Promise<MeasuredServer> {
    const process = fork(fileURLToPath(new URL(script, import.meta.url)), args);
    const [{ port }] = (await once(process, 'message')) as [{ port: number }];
    return new MeasuredServer(process, port);
  }

  get pid(): number {
    return this.#process.pid!;
  }

  async cpu(): Promise<number> {
    this.#process.send('cpu');
    const [{ cpu }] = (await once(this.#process, 'message')) as [Usage];
    return cpu;
  }

  async stop(): Promise<void> {
    this.#process.disconnect();
    await once(this.#process, 'exit');
  }
}

/** The other side: tells the parent where this process listens, and its CPU when asked. */
export function reportTo(port: number): void {
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send!({ cpu: (user + system) / 1000 });
  });
  process.on('disconnect', () => process.exit());
  process.send!({ port });
}
