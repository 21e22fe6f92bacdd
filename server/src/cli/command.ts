import { Command } from 'commander';
import { print, printError } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** A command of the command line, or a group of commands. Its output is safe for terminals. */
export class CliCommand extends Command {
  constructor(name?: string) {
    super(name);
    // Exiting at once could cut off output.
    this.exitOverride().configureOutput({ writeOut: print, writeErr: printError });
  }

  override createCommand(name?: string): CliCommand {
    return new CliCommand(name);
  }

  /** The summary is for lists of commands; the command's own help also has the details. */
  about(summary: string, details = ''): this {
    return this.summary(summary).description(details ? `${summary}\n\n${details}` : summary);
  }

  /** Example calls, shown below its help. */
  examples(...lines: string[]): this {
    return this.addHelpText('after', `\nExamples:\n${lines.map((line) => `  ${line}\n`).join('')}`.trimEnd());
  }

  /**
   * Fails with one line that says what is wrong with the arguments and where the help is.
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
