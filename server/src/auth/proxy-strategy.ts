import { BlockList, isIP } from 'node:net';
import { type SignIn, userNameClaims } from './sign-in.ts';
import type { Credentials, Strategy } from './strategy.ts';

export interface ProxyHeaders {
  user: string;
  name: string;
  email: string;
}

/**
 * Takes the word of a proxy that signs people in before they get here. Only addresses of the list are proxies: anybody
 * else could send the same header.
 */
export function proxyStrategy(signIn: SignIn, headers: ProxyHeaders, trustedProxies: readonly string[]): Strategy {
  const trusted = addressList(trustedProxies);
  return {
    async identify(credentials) {
      const user = decoded(credentials, headers.user);
      if (!user || !isListed(trusted, credentials.remoteAddress)) return null;
      const email = decoded(credentials, headers.email);
      const name = decoded(credentials, headers.name);
      return signIn.viewer({ ...(email && { email }), ...userNameClaims(user), ...(name && { name }) });
    },
  };
}

/** @param addresses - IP addresses, and networks as `10.0.0.0/8`. */
export function addressList(addresses: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of addresses) {
    const [address, bits] = entry.split('/') as [string, string?];
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

function isListed(list: BlockList, remoteAddress: string): boolean {
  // A socket that listens on :: shows IPv4 peers so.
  const address = remoteAddress.replace(/^::ffff:(?=\d+\.)/i, '');
  const version = isIP(address);
  return version !== 0 && list.check(address, version === 6 ? 'ipv6' : 'ipv4');
}

/** Node reads headers as Latin-1; proxies write UTF-8, or percent-encode it. */
function decoded(credentials: Credentials, header: string): string | null {
  const value = credentials.header(header)?.trim();
  if (!value) return null;
  const text = Buffer.from(value, 'latin1').toString('utf8');
  try {
    return decodeURIComponent(text.includes('\ufffd') ? value : text);
  } catch {
    return text;
  }
}
