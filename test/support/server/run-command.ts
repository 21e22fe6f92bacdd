import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { createProgram } from '../../../server/src/cli/program.ts';
import { UsageError } from '../../../server/src/cli/usage-error.ts';

/** Runs the command line in this process: to start it takes seconds. Answers what it printed. */
export async function runCommand(...args: string[]): Promise<{ lines: string[]; error: string }> {
  const stdout: string[] = [];
  const write = process.stdout.write.bind(process.stdout);
  // The test runner writes there too, but no text.
  const spy = mock.method(process.stdout, 'write', (chunk: string | Uint8Array) =>
    typeof chunk === 'string' ? stdout.push(chunk) > 0 : write(chunk),
  );
  try {
    await createProgram().parseAsync(args, { from: 'user' });
    return { lines: stdout.join('').trim().split('\n'), error: '' };
  } catch (error) {
    assert.ok(error instanceof UsageError, String(error));
    return { lines: stdout, error: error.message };
  } finally {
    spy.mock.restore();
  }
}
