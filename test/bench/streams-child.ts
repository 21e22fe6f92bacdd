import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

type Question = Record<string, unknown> & { ask: string };

/** A process of this benchmark, which answers questions one after the other. */
export class Child {
  readonly #process: ReturnType<typeof fork>;

  /** @param script - In this folder. */
  constructor(script: string, args: string[]) {
    const file = fileURLToPath(new URL(script, import.meta.url));
    this.#process = fork(file, args, { execArgv: ['--expose-gc'] });
  }

  async ask<Answer>(question: Question): Promise<Answer> {
    this.#process.send(question);
    const [answer] = (await once(this.#process, 'message')) as [Answer];
    return answer;
  }

  async stop(): Promise<void> {
    this.#process.disconnect();
    await once(this.#process, 'exit');
  }
}

/** The other side: answers questions by their name. Ends with the process that asks. */
export function replyTo(answers: Record<string, (question: never) => unknown>): void {
  process.on('message', async (question: Question) => process.send!(await answers[question.ask]!(question as never)));
  process.on('disconnect', () => process.exit());
}

/** Of this process, in milliseconds since 1970, finer than `Date.now()`. */
export function now(): number {
  return performance.timeOrigin + performance.now();
}
