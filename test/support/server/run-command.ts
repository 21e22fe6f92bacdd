import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { type Command, readArguments, UsageError } from '../../../server/src/cli/command.ts';

/** Runs a command as the command line does, in this process: to start one takes seconds. Answers what it printed. */
export async function runCommand(command: Command, ...args: string[]): Promise<{ lines: string[]; error: string }> {
  const stdout: string[] = [];
  const write = process.stdout.write.bind(process.stdout);
  // The test runner writes there too, but no text.
  const spy = mock.method(process.stdout, 'write', (chunk: string | Uint8Array) =>
    typeof chunk === 'string' ? stdout.push(chunk) > 0 : write(chunk),
  );
  try {
    const { words, options } = readArguments(command, args);
    await command.run(words, options);
    return { lines: stdout.join('').trim().split('\n'), error: '' };
  } catch (error) {
    assert.ok(error instanceof UsageError, String(error));
    return { lines: stdout, error: error.message };
  } finally {
    spy.mock.restore();
  }
}
