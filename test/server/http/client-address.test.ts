import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AddressList } from '../../../server/src/http/address-list.ts';
import { addressKey, clientAddress } from '../../../server/src/http/client-address.ts';

const proxies = new AddressList(['10.0.0.0/8', '192.0.2.10', 'fd00::/8']);

const from = (remoteAddress: string, forwarded: string | null) =>
  clientAddress({ remoteAddress, header: (name) => (name === 'x-forwarded-for' ? forwarded : null) }, proxies);

describe('the address that a request comes from', () => {
  for (const [peer, forwarded, address, name] of [
    ['203.0.113.7', null, '203.0.113.7', 'is the peer'],
    ['203.0.113.7', '198.51.100.1', '203.0.113.7', 'is the peer, whatever it says, where that is no trusted proxy'],
    ['10.0.0.1', '198.51.100.1', '198.51.100.1', 'is what a trusted proxy saw'],
    ['::ffff:10.0.0.1', '198.51.100.1', '198.51.100.1', 'is the same on a socket that listens on ::'],
    ['10.0.0.1', '1.2.3.4, 198.51.100.1', '198.51.100.1', 'is not what the client wrote left of it'],
    ['10.0.0.1', '198.51.100.1, 192.0.2.10, 10.9.9.9', '198.51.100.1', 'is beyond a chain of trusted proxies'],
    ['10.0.0.1', '198.51.100.1:4711', '198.51.100.1', 'has no port'],
    ['fd00::1', '[2001:db8::1]:4711', '2001:db8::1', 'has no brackets'],
    ['10.0.0.1', null, '10.0.0.1', 'is the proxy where that names nobody'],
    ['10.0.0.1', 'unknown', '10.0.0.1', 'is the proxy where it names no address'],
    ['10.0.0.1', '198.51.100.1, _hidden', '10.0.0.1', 'is the proxy where the last hop is hidden'],
    ['10.0.0.1', ', ,', '10.0.0.1', 'is the proxy where there is nothing between the commas'],
    ['10.0.0.1', '10.0.0.2', '10.0.0.2', 'is the last proxy where all are trusted'],
  ] as const) {
    it(name, () => assert.equal(from(peer, forwarded), address));
  }

  it('is counted by site where it is one of IPv6', () => {
    assert.equal(addressKey('2001:db8:1:2:3:4:5:6'), '2001:db8:1:2::/64');
    assert.equal(addressKey('2001:db8:1:2::9'), '2001:db8:1:2::/64');
    assert.equal(addressKey('2001:db8::1'), '2001:db8:0:0::/64');
    assert.equal(addressKey('::1'), '0:0:0:0::/64');
    assert.equal(addressKey('fe80::1%eth0'), 'fe80:0:0:0::/64');
    assert.equal(addressKey('192.0.2.1'), '192.0.2.1');
    assert.equal(addressKey(''), '');
  });
});
