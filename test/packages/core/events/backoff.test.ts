import { StreamRefused, StreamSilent } from '@parvis/core/events/connection.js';
import { Backoff, type Attempt } from '@parvis/core/events/backoff.js';
import { expect } from '@open-wc/testing';

const CUT: Attempt = { duration: 50, opened: true, delivered: true, reason: new TypeError('network error') };
const AWAY: Attempt = { duration: 5, opened: false, delivered: false, reason: new TypeError('Failed to fetch') };
const SILENT: Attempt = { duration: 10_000, opened: false, delivered: false, reason: new StreamSilent() };
const REFUSED: Attempt = { duration: 20, opened: false, delivered: false, reason: new StreamRefused() };
const BRIEF: Attempt = { duration: 3_000, opened: true, delivered: false, reason: undefined };

describe('the backoff of a stream', () => {
  const repeat = (backoff: Backoff, attempt: Attempt, times: number) =>
    Array.from({ length: times }, () => backoff.after(attempt));

  it('are good after a connection that told of something, however often it is cut', () => {
    const backoff = new Backoff();

    const delays = repeat(backoff, CUT, 100);

    expect(Math.max(...delays)).to.be.at.most(2_000);
    expect(backoff.hopeless).to.equal(false);
  });

  it('are for the server to come back while it is away: less and less often, half a minute at most', () => {
    const backoff = new Backoff();

    const delays = repeat(backoff, AWAY, 20);

    expect(delays[0]).to.be.at.most(500);
    expect(delays.at(-1)).to.be.within(15_000, 30_000);
    expect(backoff.hopeless).to.equal(false);
  });

  it('differ from browser to browser', () => {
    const delays = Array.from({ length: 20 }, () => new Backoff().after(AWAY));

    expect(new Set(delays).size).to.be.greaterThan(10);
  });

  it('are none where nothing comes through, and then it is asked every 15 s to 2 min', () => {
    const backoff = new Backoff();

    const delays = repeat(backoff, SILENT, 10);

    expect(backoff.hopeless).to.equal(true);
    expect(delays[1]).to.be.within(7_500, 15_000);
    expect(delays.at(-1)).to.be.within(60_000, 120_000);
  });

  it('are none where every connection is cut before it told of anything', () => {
    const backoff = new Backoff();

    repeat(backoff, BRIEF, 6);

    expect(backoff.hopeless).to.equal(true);
  });

  it('are good again as soon as something comes through', () => {
    const backoff = new Backoff();
    repeat(backoff, SILENT, 3);

    backoff.after(CUT);

    expect(backoff.hopeless).to.equal(false);
  });

  it('are bad where the server refuses: half a minute, then longer', () => {
    const backoff = new Backoff();

    const delays = repeat(backoff, REFUSED, 8);

    expect(delays[0]).to.be.within(15_000, 30_000);
    expect(delays.at(-1)).to.be.within(150_000, 300_000);
    expect(backoff.hopeless).to.equal(false);
  });
});
