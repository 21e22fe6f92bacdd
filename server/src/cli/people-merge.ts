import { Refusal } from '../platform/refusal.ts';
import { type Command, UsageError } from './command.ts';
import { print } from './terminal.ts';
import { withApp } from './with-app.ts';

export const mergePeople: Command = {
  name: 'people merge',
  usage: 'HANDLE OTHER [--dry-run]',
  summary: 'Makes one person of two entries of the directory.',
  details: `All that OTHER wrote, reacted to and deleted is HANDLE's then, and so are those whom OTHER manages. Handle, login names,
mail address and accounts of OTHER lead to HANDLE from then on. What HANDLE lacks is taken from OTHER, but for name,
role and status. It cannot be undone.

--dry-run   says how much it would be, and changes nothing`,
  options: { 'dry-run': { type: 'boolean' } },
  words: 2,
  async run([into, from], options) {
    const dryRun = options['dry-run'] === true;
    const report = await withApp(({ services }) => services.people.merge(into!, from!, { dryRun }), {
      create: false,
    }).catch((error: unknown) => {
      throw error instanceof Refusal ? new UsageError(error.message) : error;
    });
    const counts = Object.entries(report).map(([what, count]) => `${count} ${what}`);
    print(
      dryRun
        ? `Nothing was written. From ${from!} to ${into!} would go: ${counts.join(', ')}.\n`
        : `${from!} is ${into!} now: ${counts.join(', ')}.\n`,
    );
  },
};

export const trustMails: Command = {
  name: 'people trust-mails',
  usage: '[--handle HANDLES] [--all] [--dry-run]',
  summary: 'Says that the mail addresses from before an upgrade are proved.',
  details: `Versions up to 0.1 did not keep who proved a mail address. Those that look as if a sign-in had added the person are listed and
left out: check them first.

--handle    of these alone, with commas between
--all       of everybody
--dry-run   says whom it would concern, and changes nothing`,
  options: { handle: { type: 'string' }, all: { type: 'boolean' }, 'dry-run': { type: 'boolean' } },
  words: 0,
  async run(_words, options) {
    const dryRun = options['dry-run'] === true;
    const named = typeof options['handle'] === 'string' ? options['handle'].split(',') : undefined;
    const chosen = { dryRun, handles: named?.map((handle) => handle.trim()), all: options['all'] === true };
    const { trusted, left } = await withApp(({ services }) => services.people.trustMails(chosen), { create: false });
    for (const { handle, email } of left) print(`left out: ${handle} ${email}\n`);
    const would = dryRun ? 'Nothing was written. It would be: ' : '';
    print(`${would}${trusted} mail addresses are trusted, ${left.length} left out.\n`);
  },
};
