import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** Makes the disk of one process fail, from now on until {@link DiskErrors.end}. */
export class DiskErrors {
  readonly #strace: ChildProcess;

  constructor(strace: ChildProcess) {
    this.#strace = strace;
  }

  /** @param error - What these system calls answer, all of them. */
  static async begin(pid: number, calls: string, error: 'EIO' | 'ENOSPC'): Promise<DiskErrors> {
    const strace = spawn(
      'strace',
      ['-f', '-p', String(pid), '-e', `trace=${calls}`, '-e', `inject=${calls}:error=${error}`, '-o', '/dev/null'],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    // It says so once it holds the process.
    let said = '';
    strace.stderr.on('data', (text: Buffer) => (said += text.toString()));
    while (!said.includes('attached')) {
      await Promise.race([once(strace.stderr, 'data'), once(strace, 'exit')]);
      if (strace.exitCode !== null) throw new Error(`strace ended: ${said}`);
    }
    return new DiskErrors(strace);
  }

  /** Lets the process go. */
  async end(): Promise<void> {
    if (this.#strace.exitCode !== null || this.#strace.signalCode !== null) return;
    const gone = once(this.#strace, 'exit');
    this.#strace.kill('SIGINT');
    await gone;
  }
}
