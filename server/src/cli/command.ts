import { parseArgs, type ParseArgsConfig } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;

/** What was given for an option; a list for one that may be given several times. */
export type OptionValue = string | boolean | (string | boolean)[] | undefined;

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
  words: number | ((options: OptionValues) => number);
  run(words: string[], options: OptionValues): Promise<void>;
}

type OptionValues = Record<string, OptionValue>;

/** Something that whoever typed the command can put right: told in one line, without a stack. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export function readArguments(command: Command, args: string[]) {
  const { positionals, ...rest } = parsed(command, args);
  const values = rest.values as OptionValues;
  const words = typeof command.words === 'number' ? command.words : command.words(values);
  if (!values['help'] && positionals.length !== words) {
    throw new UsageError(`parvis ${command.name} is used so: parvis ${command.name} ${command.usage}`);
  }
  return { words: positionals, options: values };
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

/** The texts given for an option, however often it was. */
export function wordsOf(value: OptionValue): string[] {
  return [value].flat().filter((one) => typeof one === 'string');
}

export function helpOf({ name, usage, summary, details }: Command): string {
  return `parvis ${name} ${usage}`.trimEnd() + `\n\n${summary}\n${details && `\n${details}\n`}`;
}
