import { Command } from 'commander';
import { print, printError } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** One command of the command line, or several under one word. What it prints is safe for terminals. */
export class CliCommand extends Command {
  constructor(name?: string) {
    super(name);
    // An exit at once would cut off what is still being written.
    this.exitOverride().configureOutput({ writeOut: print, writeErr: printError });
  }

  override createCommand(name?: string): CliCommand {
    return new CliCommand(name);
  }

  /** What lists say of it and, with more, its own help. */
  about(summary: string, details = ''): this {
    return this.summary(summary).description(details ? `${summary}\n\n${details}` : summary);
  }

  /** Lines that show how it is used, below its help. */
  examples(...lines: string[]): this {
    return this.addHelpText('after', `\nExamples:\n${lines.map((line) => `  ${line}\n`).join('')}`.trimEnd());
  }

  /**
   * Ends with what is wrong with the words, in one line that says where to read on.
   *
   * @throws {UsageError}
   */
  override error(message: string): never {
    const reason = message
      .replace(/^error: /, '')
      .replaceAll('\n', ' ')
      .replace(/\.?$/, '.');
    throw new UsageError(`${reason} See ${this.#path} --help.`);
  }

  get #path(): string {
    return this.parent instanceof CliCommand ? `${this.parent.#path} ${this.name()}` : this.name();
  }
}
