import { createHash, timingSafeEqual } from 'node:crypto';
import { BlockList, isIP } from 'node:net';
import { type HttpRequest, plainText, type Route } from '../http/exchange.ts';
import type { Metrics } from './metrics.ts';

/** What gives a request the right to read the metrics. */
export interface MetricsAccess {
  /** The bearer tokens that allow reading; null if there are none. */
  tokens: readonly string[] | null;
  /** Whether programs on this machine may read without the token, as far as they can be recognised. */
  local: boolean;
}

/** `/metrics`. Requests that may not read it get a 404. */
export function metricsRoute(metrics: Metrics, access: MetricsAccess): Route {
  const sendsToken = hasToken(access.tokens ?? []);
  const mayRead = (request: HttpRequest) => sendsToken(request) || (access.local && isLocal(request));
  return async (request) => {
    if (request.path !== '/metrics' || (request.method !== 'GET' && request.method !== 'HEAD')) return null;
    if (!mayRead(request)) return null;
    return plainText(200, await metrics.text(), { 'content-type': metrics.contentType });
  };
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8);
loopback.addAddress('::1', 'ipv6');

/** Headers that most proxies add to forwarded requests. Some add none, which is why `local` is off by default. */
const forwardingHeaders = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'];

function isLocal(request: HttpRequest): boolean {
  // A socket that listens on :: shows IPv4 peers so.
  const address = request.remoteAddress.replace(/^::ffff:(?=\d+\.)/i, '');
  const version = isIP(address);
  if (version === 0 || !loopback.check(address, version === 6 ? 'ipv6' : 'ipv4')) return false;
  return forwardingHeaders.every((name) => request.header(name) === null);
}

function hasToken(tokens: readonly string[]): (request: HttpRequest) => boolean {
  // Of equal length, and comparing them takes as long wherever they differ.
  const expected = tokens.map(digest);
  return (request) => {
    const [, given] = /^Bearer +(\S+)$/i.exec(request.header('authorization') ?? '') ?? [];
    if (given === undefined) return false;
    const hash = digest(given);
    return expected.some((token) => timingSafeEqual(hash, token));
  };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
