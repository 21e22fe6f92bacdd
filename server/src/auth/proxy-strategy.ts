import { AddressList } from '../http/address-list.ts';
import type { SignIn } from './sign-in.ts';
import type { Credentials, Strategy } from './strategy.ts';
import { readMailAddress } from './user-name.ts';

/** The headers that the proxy sets. Headers that no setting names are ignored. */
export interface ProxyHeaders {
  user: string;
  name: string | null;
  email: string | null;
}

/**
 * Believes a proxy that signs people in before they reach this server. Only the listed addresses are proxies: anyone else
 * could send the same headers.
 */
export function proxyStrategy(signIn: SignIn, headers: ProxyHeaders, trustedProxies: readonly string[]): Strategy {
  const trusted = new AddressList(trustedProxies);
  return {
    async identify(credentials) {
      if (!trusted.has(credentials.remoteAddress)) return null;
      // Only the spaces of HTTP: `trim` would also remove the last byte of `à`, or a byte order mark.
      const user = credentials.header(headers.user)?.replace(/^[ \t]+|[ \t]+$/g, '');
      if (!user) return null;
      // One of the two may be the browser's.
      const repeated = Object.values(headers).find((header) => header !== null && credentials.isRepeated(header));
      if (repeated) throw signIn.refused(user, `the header ${repeated} came more than once`);
      const written = asUtf8(user);
      if (written === null) throw signIn.refused(user, 'the user name is not UTF-8');
      const userName = signIn.userName(written);
      // Neither is percent-decoded: `ro%6Ft` may be a real user name where people sign in.
      const email = headers.email && credentials.header(headers.email);
      const mails = [userName, email && asUtf8(email)].map(readMailAddress);
      return signIn.viewer({
        userName,
        mails: mails.filter((mail) => mail !== null),
        doubtfulMails: [],
        name: decoded(credentials, headers.name),
      });
    },
  };
}

/** Node decodes headers as Latin-1; proxies send UTF-8. Null if it is not UTF-8. */
function asUtf8(value: string): string | null {
  const text = Buffer.from(value, 'latin1').toString('utf8');
  return text.includes('\ufffd') ? null : text;
}

/** A name for display: UTF-8, Latin-1 or percent-encoded. */
function decoded(credentials: Credentials, header: string | null): string | undefined {
  const value = header && credentials.header(header);
  if (!value) return undefined;
  const text = (asUtf8(value) ?? value).trim();
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
