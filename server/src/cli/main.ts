import { CommanderError } from 'commander';
import { createProgram } from './program.ts';
import { printError } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** Runs the command that the arguments name, and returns the exit code. */
async function run(args: string[]): Promise<number> {
  try {
    await createProgram().parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    // Help or version was requested, and has been printed.
    if (error instanceof CommanderError) return error.exitCode;
    printError(`parvis: ${await explanation(error)}\n`);
    return 1;
  }
}

async function explanation(error: unknown): Promise<string> {
  if (error instanceof UsageError) return error.message;
  // Loaded only now: it imports the errors of the whole server, which takes a second.
  const { explain } = await import('./explain.ts');
  return explain(error);
}

const exitCode = await run(process.argv.slice(2));
if (exitCode !== 0) process.exitCode = exitCode;
