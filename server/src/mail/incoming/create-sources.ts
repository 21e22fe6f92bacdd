import type { Logger } from '../../platform/log.ts';
import type { MailConfig } from '../mail-settings.ts';
import { ImapSource } from './imap-source.ts';
import { ListenerSource } from './listener-source.ts';
import type { MailHandler, MailSource } from './mail-source.ts';

/** The sources that the settings name; none by default. */
export function createMailSources(config: MailConfig, handler: MailHandler, log: Logger): MailSource[] {
  const parts = { handler, maxSize: config.mailSizeLimit, log };
  return [
    ...(config.mailListen ? [new ListenerSource(config.mailListen, parts)] : []),
    ...(config.imapUrl ? [new ImapSource({ server: config.imapUrl }, parts)] : []),
  ];
}
