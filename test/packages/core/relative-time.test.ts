import { relativeTime } from '@parvis/core';
import { expect } from '@open-wc/testing';

const NOW = new Date(2026, 10, 18, 10, 0);
const ago = (ms: number) => relativeTime(new Date(NOW.getTime() - ms), NOW, 'en');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('relative time', () => {
  it('calls what has just been written now, also where the server’s clock is ahead', () => {
    expect([ago(0), ago(30_000), ago(-90_000)]).to.deep.equal(['now', 'now', 'now']);
  });

  it('counts minutes, then hours, then days', () => {
    expect([ago(50_000), ago(5 * MINUTE), ago(HOUR), ago(2.9 * HOUR)]).to.deep.equal([
      '1 min. ago',
      '5 min. ago',
      '1 hr. ago',
      '2 hr. ago',
    ]);
    expect([ago(14 * HOUR), ago(DAY), ago(2 * DAY), ago(6 * DAY)]).to.deep.equal([
      'yesterday',
      'yesterday',
      '2 days ago',
      '6 days ago',
    ]);
  });

  it('gives the date after a week, and the year when it is another', () => {
    expect([ago(7 * DAY), ago(400 * DAY)]).to.deep.equal(['Nov 11', 'Oct 14, 2025']);
  });

  it('speaks French', () => {
    expect(relativeTime(new Date(NOW.getTime() - DAY), NOW, 'fr')).to.equal('hier');
    expect(relativeTime(new Date(NOW.getTime() - 2 * HOUR), NOW, 'fr')).to.match(/^il y a 2\sh$/);
  });
});
