import { readConfig } from '../config.ts';
import { serve } from '../main.ts';
import type { Command } from './command.ts';

export const serveCommand: Command = {
  name: 'serve',
  usage: '',
  summary: 'Runs the server until it is told to stop.',
  details:
    'Brings the database to the newest schema first. Stops at SIGTERM or Ctrl+C once the requests under way are answered, within 10 seconds; at a second one at once.',
  options: {},
  words: 0,
  async run() {
    await serve(readConfig(process.env), {
      announce: ({ address }) => process.stdout.write(`Parvis listens on ${address}\n`),
    });
  },
};
