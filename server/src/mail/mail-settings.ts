import {
  integer,
  listOf,
  oneOf,
  parsed,
  setting,
  type SettingsOf,
  text,
  wrongSetting,
} from '../platform/settings-table.ts';
import { parseAddress, parseDomain, parseMailbox } from './mail-address.ts';
import { parseImapUrl, parseMailListener, parseSmtpUrl } from './mail-server.ts';

/** Settings of mail that is sent, and of answers that come in. docs/mail.md explains them together. */
export const mailSettings = {
  smtpUrl: setting('PARVIS_SMTP_URL', {
    takes: parsed('smtp://USER:PASSWORD@HOST:PORT or smtps://…', parseSmtpUrl),
    secret: true,
    description:
      'The mail server that takes our mails. With `smtp://`, the connection is encrypted if the server offers it, and always if there is a password; `?tls=required` and `?tls=none` change that. If unset, no mail is sent.',
  }),
  mailFrom: setting('PARVIS_MAIL_FROM', {
    takes: parsed('an address such as Parvis <parvis@example.org>', parseMailbox),
    description: 'The sender of our mails. Needed with PARVIS_SMTP_URL.',
  }),
  publicUrl: setting('PARVIS_PUBLIC_URL', {
    takes: parsed('the address of this server, such as https://social.example.org', parsePublicUrl),
    description:
      'The address at which the browsers of people reach this server: links in mails lead there. Needed with PARVIS_SMTP_URL.',
  }),
  mailLanguage: setting('PARVIS_MAIL_LANGUAGE', {
    takes: oneOf('en', 'fr'),
    default: 'en',
    description: 'The language of mails to people of whom the directory names none that mails are written in.',
  }),
  mailAnswerAddress: setting('PARVIS_MAIL_ANSWER_ADDRESS', {
    takes: parsed('an address such as fil@social.example.org', parseAnswerAddress),
    description:
      'Where answers to mails go: to `fil+…@social.example.org`, with a part after a plus sign that says what is answered and by whom. Needed with the two next settings. If unset, mails are not answered. Undelivered mails come back to it, too.',
  }),
  dkimDomain: setting('PARVIS_DKIM_DOMAIN', {
    takes: parsed('a domain such as example.org', checkedDomain),
    description:
      'The domain in whose name our mails are signed (DKIM), if your mail server does not sign them. Needs the two next settings.',
  }),
  dkimSelector: setting('PARVIS_DKIM_SELECTOR', {
    takes: ['a word such as parvis', text.regex(/^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i)],
    description: 'Under which name the public key is published: `SELECTOR._domainkey.DOMAIN`.',
  }),
  dkimKeyFile: setting('PARVIS_DKIM_KEY_FILE', {
    takes: ['the path of a file in PEM format', text],
    description: 'The file with the private key of the signature, RSA of 2048 bits or Ed25519.',
  }),
  mailListen: setting('PARVIS_MAIL_LISTEN', {
    takes: parsed('lmtp://HOST:PORT or smtp://HOST:PORT', parseMailListener),
    description:
      'Where your mail server hands over the mails for Parvis. Only that server must be able to reach it: there is no password.',
  }),
  imapUrl: setting('PARVIS_IMAP_URL', {
    takes: parsed('imaps://USER:PASSWORD@HOST/MAILBOX or imap://…', parseImapUrl),
    secret: true,
    description:
      'The mailbox from which mails for Parvis are fetched; `INBOX` if none is named. Fetched mails are marked as read, or moved to the mailbox of `?moveTo=NAME`.',
  }),
  mailAuthservId: setting('PARVIS_MAIL_AUTHSERV_ID', {
    takes: ['the name that your mail server writes first into Authentication-Results', text.regex(/^[\w.-]+$/)],
    description:
      'Whose checks of senders are trusted (SPF, DKIM, DMARC). Your mail server must remove this header from mails that come from outside with its own name in it.',
  }),
  mailDkimDomains: setting('PARVIS_MAIL_DKIM_DOMAINS', {
    takes: listOf(parsed('a domain', checkedDomain), 'domains'),
    default: '',
    description:
      'Domains of your employees’ addresses whose signatures (DKIM) Parvis checks itself, by asking the DNS for their keys. For mail servers that do not write Authentication-Results.',
  }),
  mailSizeLimit: setting('PARVIS_MAIL_SIZE_LIMIT', {
    takes: integer(100_000, 100_000_000, 'bytes'),
    default: '25000000',
    description: 'How large a mail may be that is taken in, with its attachments.',
  }),
};

/** The settings of mail, validated. */
export type MailConfig = SettingsOf<typeof mailSettings>;

/** Rules between settings of mail: one message for each that is broken. */
export function* mailErrors({ smtpUrl, mailFrom, ...config }: MailConfig): Iterable<string> {
  if (smtpUrl && !mailFrom)
    yield wrongSetting(mailSettings.mailFrom.name, '', 'the sender of mails, since PARVIS_SMTP_URL is set');
  if (smtpUrl && !config.publicUrl)
    yield wrongSetting(mailSettings.publicUrl.name, '', 'the address of this server, since PARVIS_SMTP_URL is set');
  const isTaking = config.mailListen !== null || config.imapUrl !== null;
  if (isTaking && !config.mailAnswerAddress)
    yield wrongSetting(mailSettings.mailAnswerAddress.name, '', 'the address of answers, since mails are taken in');
  const { dkimDomain, dkimSelector, dkimKeyFile } = mailSettings;
  const parts = [
    [dkimDomain, config.dkimDomain],
    [dkimSelector, config.dkimSelector],
    [dkimKeyFile, config.dkimKeyFile],
  ] as const;
  if (parts.every(([, value]) => value === null)) return;
  for (const [{ name }, value] of parts)
    if (value === null) yield wrongSetting(name, '', 'a value where another setting of DKIM is set');
}

function checkedDomain(given: string): string {
  const domain = parseDomain(given);
  if (!domain) throw new Error('It is no domain.');
  return domain;
}

/** Of what stands before the `@`, 64 characters at most: so much is left beside a plus sign and what follows it. */
const longestLocalPart = 37;

function parseAnswerAddress(given: string): string {
  const address = parseAddress(given);
  if (!address) throw new Error('It is no address.');
  const local = address.slice(0, address.lastIndexOf('@'));
  if (local.includes('+')) throw new Error('It has a plus sign already.');
  if (local.length > longestLocalPart)
    throw new Error(`Before the @, it has more than ${longestLocalPart} characters.`);
  return address.toLowerCase();
}

/** Without a slash at its end. */
function parsePublicUrl(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username)
    throw new Error('It is no such address.');
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}
