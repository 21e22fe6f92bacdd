import { Refusal } from '../platform/refusal.ts';
import { type Command, UsageError } from './command.ts';
import { withApp } from './with-app.ts';
import { print } from './terminal.ts';

export const alias: Command = {
  name: 'alias',
  usage: 'OLD NEW',
  summary: 'Lets the discussion of a page that moved go on at its new address.',
  details:
    'OLD and NEW are addresses under PARVIS_ORIGINS, or plain names. What stands at both is put together, and pages that still name OLD find it.',
  options: {},
  words: 2,
  async run([former, current]) {
    const key = await withApp(({ services }) => services.subjects.alias(former!, current!)).catch((error: unknown) => {
      throw error instanceof Refusal ? new UsageError(error.message) : error;
    });
    print(`${former!} now leads to ${key}\n`);
  },
};
