import { isIP } from 'node:net';
import { type AddressList, plainAddress } from './address-list.ts';
import type { HttpRequest } from './exchange.ts';

/**
 * Where a request comes from: the peer of the connection or, where that is a trusted proxy, the last address of
 * `X-Forwarded-For` that is none. Whatever stands left of it came from outside, and may be made up.
 */
export function clientAddress(
  request: Pick<HttpRequest, 'remoteAddress' | 'header'>,
  trustedProxies: AddressList,
): string {
  let client = plainAddress(request.remoteAddress);
  const forwarded = (request.header('x-forwarded-for') ?? '').split(',');
  while (trustedProxies.has(client)) {
    const before = withoutPort(forwarded.pop()?.trim() ?? '');
    // A proxy that names no address is as far as can be known.
    if (isIP(before) === 0) break;
    client = plainAddress(before);
  }
  return client;
}

/** Some proxies add the port: `192.0.2.1:4711`, `[2001:db8::1]:4711`. */
function withoutPort(address: string): string {
  return /^\[([^\]]*)\](?::\d+)?$/.exec(address)?.[1] ?? address.replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1');
}

/** What limits are counted by: an IPv6 network of one site, since each of its machines has as many addresses as it likes. */
export function addressKey(address: string): string {
  if (isIP(address) !== 6) return address;
  const { hostname } = new URL(`http://[${address.replace(/%.*$/, '')}]`);
  const [head = '', tail] = hostname.slice(1, -1).split('::');
  const groups = head === '' ? [] : head.split(':');
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').filter(Boolean).length;
  const all = [...groups, ...Array<string>(missing).fill('0'), ...(tail ?? '').split(':').filter(Boolean)];
  return `${all.slice(0, 4).join(':')}::/64`;
}
