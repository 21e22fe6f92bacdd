import { parseArgs, type ParseArgsConfig } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;

/** One command of the command line. */
export interface Command {
  name: string;
  /** What stands behind the name: `FILE.csv [--dry-run]`. */
  usage: string;
  summary: string;
  /** What `--help` says beyond the summary. */
  details: string;
  options: Options;
  /** How many words it takes beside its options. */
  words: number;
  run(words: string[], options: Record<string, string | boolean | undefined>): Promise<void>;
}

/** Something that whoever typed the command can put right: told in one line, without a stack. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export function readArguments(command: Command, args: string[]) {
  const { positionals, values } = parsed(command, args);
  if (!values['help'] && positionals.length !== command.words) {
    throw new UsageError(`parvis ${command.name} is used so: parvis ${command.name} ${command.usage}`);
  }
  return { words: positionals, options: values as Record<string, string | boolean | undefined> };
}

function parsed(command: Command, args: string[]) {
  try {
    return parseArgs({
      args,
      options: { ...command.options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    });
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split('. ')[0]}. See parvis ${command.name} --help.`);
  }
}

export function helpOf({ name, usage, summary, details }: Command): string {
  return `parvis ${name} ${usage}`.trimEnd() + `\n\n${summary}\n${details && `\n${details}\n`}`;
}
