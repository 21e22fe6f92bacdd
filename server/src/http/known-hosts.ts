import { isIP } from 'node:net';
import type { HttpRequest } from './exchange.ts';

/**
 * The host names under which a server is reached. A page of any site can have its own name point here and would then be of
 * "the same origin": it is told apart by the name that its browser sends.
 *
 * @param hosts - As `social.example.org`, with a port where only that one is meant; without any, all pass.
 * @param onUnknown - Is told the name that was asked for.
 */
export function knownHosts(
  hosts: readonly string[],
  onUnknown: (host: string) => void,
): (request: HttpRequest) => boolean {
  if (hosts.length === 0) return () => true;
  const known = new Set(hosts);
  return (request) => {
    const host = request.header('host')?.trim().toLowerCase() ?? '';
    const name = host.replace(/:\d+$/, '').replace(/\.$/, '');
    // DNS cannot be used to rebind an IP address or the name of this machine.
    if (known.has(host) || known.has(name) || isAddress(name) || name === 'localhost') return true;
    onUnknown(host.slice(0, 100));
    return false;
  };
}

function isAddress(name: string): boolean {
  return isIP(name) !== 0 || (name.startsWith('[') && name.endsWith(']') && isIP(name.slice(1, -1)) === 6);
}
