import { Refusal } from '../platform/refusal.ts';
import { type Command, UsageError } from './command.ts';
import { print } from './terminal.ts';
import { withApp } from './with-app.ts';

export const pageTitle: Command = {
  name: 'page-title',
  usage: 'PAGE TITLE',
  summary: 'Sets what a page is called where its discussion is shown elsewhere.',
  details:
    'PAGE is an address under PARVIS_ORIGINS, or a plain name. An empty TITLE lets the page itself say it again, with the next write.',
  options: {},
  words: 2,
  async run([page, title]) {
    const set = withApp(({ services }) => services.subjects.setTitle(null, page!, title!), { create: false });
    const { key, title: now } = await set.catch((error: unknown) => {
      throw error instanceof Refusal ? new UsageError(error.message) : error;
    });
    print(now === null ? `${key} says its title itself\n` : `${key} is called “${now}”\n`);
  },
};
