import type { ExportOptions, VerifyOptions } from './audit.ts';
import type { CliCommand } from './command.ts';

export function addAuditCommands(program: CliCommand): void {
  const audit = program
    .command('audit')
    .about(
      'Checks the audit log, and writes it out.',
      'The audit log says what administrators did. docs/audit.md lists what is recorded.',
    );
  audit
    .command('verify')
    .about(
      'Checks that no entry was changed, removed or put elsewhere.',
      'Prints the end of the log or, with the exit code 1, the first entry that is wrong. Entries that were cut from the end are only found with the end that the log had before: servers log it daily and when they start.',
    )
    .option('--head <N:HASH>', 'an end that the log had before: `head` in the lines of the server')
    .examples('parvis audit verify', 'parvis audit verify --head 1204:5f0c…')
    .action(async (options: VerifyOptions) => (await import('./audit.ts')).verifyAudit(options));

  audit
    .command('export')
    .about('Writes all entries to the standard output, one JSON object a line.')
    .option('--after <N>', 'only entries after this one')
    .examples('parvis audit export > audit.jsonl')
    .action(async (options: ExportOptions) => (await import('./audit.ts')).exportAudit(options));
}
