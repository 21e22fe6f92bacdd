import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseRichText } from '../../../server/src/modules/rich-text/index.ts';

const everyone = new Map([['a', { handle: 'a', name: 'A' }]]);

/** For each rule of the parser, what would cost the most if one beginning were looked at once for each other. */
const rules: Record<string, string[]> = {
  'quotes and their lazy lines': ['>', '> ', '> a\n', 'a\n', '> a\nb\n', '> a\n\n'],
  lists: ['- ', '- a\n', '-\n', '1. a\n', '- a\nb\n', '- a\n\n', '>- ', '> a\n- b\n', '\\- \n', '1\\. \n'],
  'code blocks': ['```\n', '~~~\n', '```a', '```\na\n```\n'],
  'code spans': ['`', '`a`', '` a`` ', '`` a` ', '\\`', '`\\'],
  emphasis: ['*', '*a ', 'a* ', 'a**b', '*a*', '_a ', '_a_', '*_', '**a *b ', '*a_b~~', '***a** ', '~~a', '~~', '🙂*', '님*', '/*a'],
  'faces, globs and identifiers': ['*.*', '*.', '*-', '_', '_a_b', '__a.', '.__a__', '_ _', '__a__('],
  links: ['[', ']', '[]', '[a](', '](', '[a](b) ', '[a](http://b) ', '[a](<b ', '[a](b "', "[a](b 'c ", '[a](b (c', '[a](((', '![', '![a]('],
  'addresses in angles': ['<', '<a', '<http:', '<http:a>', '<a@', '<a@b.c>'],
  addresses: ['http://', 'http://a.b/?', '?', 'http://a.b/) ', 'www.', 'www.a', '(http://a', 'http://a.b/((', 'http://a님'],
  mail: ['a@', 'a.b@c.', "a'", 'a@b.', '.a@b.c', 'é@a', 'a+', '%'],
  mentions: ['@', '@a ', '@a.', '@a님', 'a님@a', '@_', '@a@'],
  tags: ['#', '#a', '#1', '#a ', '#é#'],
  paths: ['C:\\', 'C:\\a ', '\\\\a', '\\\\a\\b ', 'C:\\a b ', '\\\\'],
  escapes: ['\\', '\\*', '\\*a ', '\\[', '\\@a ', '\\_a_ '],
  labels: ['[http://a.b](http://c.d) ', '[a.b](http://c.d) ', '[a@b.c](http://c.d) '],
  'lines and spaces': ['\n', ' ', ' \n', '\t', 'a \n', '\r', 'a  '],
}; // prettier-ignore

/** The length of the shortest text. Long enough to be measured, short enough to be far from the collector of garbage. */
const length = 3000;
const mostRounds = 100;
/** Twice as long takes twice as long; four times would be the square. */
const mostRatio = 2.5;

describe('the time that parsing takes', () => {
  for (const [rule, units] of Object.entries(rules)) {
    it(`grows as the text does: ${rule}`, (t) => {
      for (const unit of units) {
        const times = leastTimes([1, 2, 4].map((times) => repeated(unit, times * length)));
        const ratios = [times[1]! / times[0]!, times[2]! / times[1]!];
        t.diagnostic(`${JSON.stringify(unit)} ${times.map((time) => time.toFixed(2)).join(' ')} ms`);
        assert.ok(Math.max(...ratios) <= mostRatio, `${JSON.stringify(unit)}: ${times.join(', ')} ms`);
      }
    });
  }

  it('is milliseconds for the longest texts that were slow once', () => {
    const address = `http://a.b/${'?'.repeat(9989)}`;
    for (const text of [address.repeat(4), `[${'http://a '.repeat(11_000)}`, `[${'a '.repeat(45_000)}`]) {
      const [time] = leastTimes([text]);
      assert.ok(time! < 200, `${time} ms`);
    }
  });
});

/**
 * The least processor time of each text, in milliseconds. On a busy machine one measurement says little: they are taken
 * in turn until the ratios are as they should be, or for good.
 */
function leastTimes(texts: readonly string[]): number[] {
  const least = texts.map(() => Infinity);
  for (let round = 0; round < mostRounds; round++) {
    texts.forEach((text, index) => (least[index] = Math.min(least[index]!, timeOf(text, round < 2 ? 1 : 4))));
    const isSettled = round > 2 && least.every((time, index) => index === 0 || time <= mostRatio * least[index - 1]!);
    if (isSettled) break;
  }
  return least;
}

function timeOf(text: string, runs: number): number {
  const before = process.cpuUsage();
  for (let run = 0; run < runs; run++) parseRichText(text, everyone);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / runs;
}

function repeated(unit: string, length: number): string {
  return unit.repeat(Math.ceil(length / unit.length));
}
