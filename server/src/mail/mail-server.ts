/** A mail server as a setting names it. */
export interface MailServer {
  host: string;
  port: number;
  /** `start`: from the first byte. `required`: by STARTTLS or not at all. `offered`: by STARTTLS where the server has it. */
  tls: 'start' | 'required' | 'offered' | 'none';
  user: string | null;
  password: string;
  /** What stands behind the host, decoded. */
  path: string;
  options: URLSearchParams;
}

interface Protocol {
  plain: string;
  encrypted: string;
  port: number;
  encryptedPort: number;
}

const smtp: Protocol = { plain: 'smtp:', encrypted: 'smtps:', port: 587, encryptedPort: 465 };
const imap: Protocol = { plain: 'imap:', encrypted: 'imaps:', port: 143, encryptedPort: 993 };

/** @throws an error that says what is wrong, and repeats nothing of the password. */
export function parseSmtpUrl(text: string): MailServer {
  return parseServer(text, smtp);
}

/** @throws an error that says what is wrong, and repeats nothing of the password. */
export function parseImapUrl(text: string): MailServer {
  const server = parseServer(text, imap);
  if (server.user === null) throw new Error('It has no name and password.');
  return server;
}

function parseServer(text: string, { plain, encrypted, port, encryptedPort }: Protocol): MailServer {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || (url.protocol !== plain && url.protocol !== encrypted) || url.hostname === '')
    throw new Error('It is no such address.');
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  return {
    host,
    port: url.port === '' ? (url.protocol === encrypted ? encryptedPort : port) : Number(url.port),
    tls: url.protocol === encrypted ? 'start' : tlsOf(url, host),
    user: url.username === '' ? null : decoded(url.username),
    password: decoded(url.password),
    path: decoded(url.pathname.replace(/^\//, '')),
    options: url.searchParams,
  };
}

function tlsOf(url: URL, host: string): MailServer['tls'] {
  const wanted = url.searchParams.get('tls');
  if (wanted === 'required' || wanted === 'none') return wanted;
  if (wanted !== null) throw new Error('Its `tls` takes required or none.');
  // A server on this machine often has a certificate that nothing can check, and nobody listens in between.
  if (isLoopback(host)) return 'none';
  return url.username === '' ? 'offered' : 'required';
}

export function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/.test(host);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Error('It has a % that is not followed by two hexadecimal digits.');
  }
}

/** Where mail servers hand mails over to us. */
export interface MailListener {
  protocol: 'lmtp' | 'smtp';
  host: string;
  port: number;
}

/** @throws an error that says what is wrong. */
export function parseMailListener(text: string): MailListener {
  const url = URL.canParse(text) ? new URL(text) : null;
  const protocol = url?.protocol === 'lmtp:' ? 'lmtp' : url?.protocol === 'smtp:' ? 'smtp' : null;
  if (!url || !protocol || url.hostname === '' || url.port === '') throw new Error('It needs a host and a port.');
  return { protocol, host: url.hostname.replace(/^\[(.*)\]$/, '$1'), port: Number(url.port) };
}
