import { CommanderError } from 'commander';
import { createProgram } from './program.ts';
import { printError } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** Runs the command that the words name, and answers the exit code. */
async function run(args: string[]): Promise<number> {
  try {
    await createProgram().parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    // Its help or version was asked for, and is printed.
    if (error instanceof CommanderError) return error.exitCode;
    printError(`parvis: ${await explanation(error)}\n`);
    return 1;
  }
}

async function explanation(error: unknown): Promise<string> {
  if (error instanceof UsageError) return error.message;
  // It knows the errors of the whole server, which takes a second to load where the command has not.
  const { explain } = await import('./explain.ts');
  return explain(error);
}

const exitCode = await run(process.argv.slice(2));
if (exitCode !== 0) process.exitCode = exitCode;
