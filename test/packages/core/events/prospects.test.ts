import { StreamRefused, StreamSilent } from '@parvis/core/events/connection.js';
import { Prospects, type Attempt } from '@parvis/core/events/prospects.js';
import { expect } from '@open-wc/testing';

const CUT: Attempt = { duration: 50, opened: true, told: true, reason: new TypeError('network error') };
const AWAY: Attempt = { duration: 5, opened: false, told: false, reason: new TypeError('Failed to fetch') };
const SILENT: Attempt = { duration: 10_000, opened: false, told: false, reason: new StreamSilent() };
const REFUSED: Attempt = { duration: 20, opened: false, told: false, reason: new StreamRefused() };
const BRIEF: Attempt = { duration: 3_000, opened: true, told: false, reason: undefined };

describe('prospects of a stream', () => {
  const repeat = (prospects: Prospects, attempt: Attempt, times: number) =>
    Array.from({ length: times }, () => prospects.after(attempt));

  it('are good after a connection that told of something, however often it is cut', () => {
    const prospects = new Prospects();

    const delays = repeat(prospects, CUT, 100);

    expect(Math.max(...delays)).to.be.at.most(2_000);
    expect(prospects.hopeless).to.equal(false);
  });

  it('are for the server to come back while it is away: less and less often, half a minute at most', () => {
    const prospects = new Prospects();

    const delays = repeat(prospects, AWAY, 20);

    expect(delays[0]).to.be.at.most(500);
    expect(delays.at(-1)).to.be.within(15_000, 30_000);
    expect(prospects.hopeless).to.equal(false);
  });

  it('differ from browser to browser', () => {
    const delays = Array.from({ length: 20 }, () => new Prospects().after(AWAY));

    expect(new Set(delays).size).to.be.greaterThan(10);
  });

  it('are none where nothing comes through, and then it is asked every 15 s to 2 min', () => {
    const prospects = new Prospects();

    const delays = repeat(prospects, SILENT, 10);

    expect(prospects.hopeless).to.equal(true);
    expect(delays[1]).to.be.within(7_500, 15_000);
    expect(delays.at(-1)).to.be.within(60_000, 120_000);
  });

  it('are none where every connection is cut before it told of anything', () => {
    const prospects = new Prospects();

    repeat(prospects, BRIEF, 6);

    expect(prospects.hopeless).to.equal(true);
  });

  it('are good again as soon as something comes through', () => {
    const prospects = new Prospects();
    repeat(prospects, SILENT, 3);

    prospects.after(CUT);

    expect(prospects.hopeless).to.equal(false);
  });

  it('are bad where the server refuses: half a minute, then longer', () => {
    const prospects = new Prospects();

    const delays = repeat(prospects, REFUSED, 8);

    expect(delays[0]).to.be.within(15_000, 30_000);
    expect(delays.at(-1)).to.be.within(150_000, 300_000);
    expect(prospects.hopeless).to.equal(false);
  });
});
