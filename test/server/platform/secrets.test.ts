import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { Secrets } from '../../../server/src/platform/secrets.ts';
import { TestClock } from '../../support/server/test-clock.ts';

const [old, next] = ['the secret that was there before it', 'the secret that takes its place now'];
const text = '{"file":"0196…","for":"Ana"}';

describe('what the server signs', () => {
  let clock: TestClock;
  beforeEach(() => {
    clock = new TestClock();
  });
  const later = () => clock.now() + 300_000;

  it('is known again, until it expires', () => {
    const secrets = new Secrets([old], clock);
    const signed = secrets.sign('file', text, later());

    assert.match(signed, /^[\w.-]+$/);
    assert.equal(secrets.verify('file', signed), text);
    clock.advance(299_999);
    assert.equal(secrets.verify('file', signed), text);
    clock.advance(1);
    assert.equal(secrets.verify('file', signed), null);
  });

  it('is known while one secret takes the place of another, and no longer than its secret', () => {
    const signedBefore = new Secrets([old], clock).sign('file', text, later());
    const both = new Secrets([next, old], clock);
    const signedSince = both.sign('file', text, later());
    const after = new Secrets([next], clock);

    assert.deepEqual([both.verify('file', signedBefore), both.verify('file', signedSince)], [text, text]);
    assert.deepEqual([after.verify('file', signedBefore), after.verify('file', signedSince)], [null, text]);
    // A node that is not yet restarted, but has been told of the next secret.
    assert.equal(new Secrets([old, next], clock).verify('file', signedSince), text);
  });

  it('is for one purpose', () => {
    const secrets = new Secrets([old], clock);

    assert.equal(secrets.verify('page', secrets.sign('file', text, later())), null);
    assert.equal(secrets.verify('file', secrets.sign('file', '', later())), '');
  });

  it('is not known once any of it was changed', () => {
    const secrets = new Secrets([old], clock);
    const signed = secrets.sign('file', text, later());

    for (let at = 0; at < signed.length; at += 1)
      for (const letter of ['1', 'A', '.', '']) {
        const changed = signed.slice(0, at) + letter + signed.slice(at + 1);
        // The last letter of base64url has bits that say nothing.
        if (changed !== signed && at < signed.length - 1) assert.equal(secrets.verify('file', changed), null, changed);
      }
    for (const wrong of ['', '.', '..', `${signed}x`, ` ${signed}`]) assert.equal(secrets.verify('file', wrong), null);
  });

  it('is known to this process alone where no secret is set', () => {
    const [one, other] = [new Secrets(null, clock), new Secrets(null, clock)];
    const signed = one.sign('file', text, later());

    assert.deepEqual([one.verify('file', signed), other.verify('file', signed)], [text, null]);
  });
});
