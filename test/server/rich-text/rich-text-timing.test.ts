import assert from 'node:assert/strict';
import { Session } from 'node:inspector/promises';
import { after, before, describe, it } from 'node:test';
import { parseRichText } from '../../../server/src/modules/rich-text/index.ts';
import { slowTexts } from './slow-texts.ts';

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

/** The length of the shorter text. */
const length = 1000;
/** Steps are counted, so that what grows by more than the text does is seen however little it costs. */
const mostStepRatio = 1.25;
/** How many times as long the longer one is: a square takes 256 times as long then, which no busy machine brings about. */
const growth = 16;
const mostRatio = 4 * growth;
/** What is nested takes more than words do; what is a square takes thousands of times as long. */
const mostTimesWords = 500;
const mostRounds = 50;

describe('the steps that parsing takes', () => {
  const session = new Session();

  before(async () => {
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  });
  after(() => session.disconnect());

  /** How often the blocks of the parser were run. */
  async function stepsOf(text: string): Promise<number> {
    await session.post('Profiler.takePreciseCoverage');
    parseRichText(text, everyone);
    const { result } = await session.post('Profiler.takePreciseCoverage');
    return result
      .filter(({ url }) => url.includes('/modules/rich-text/'))
      .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
      .reduce((sum, { count }) => sum + count, 0);
  }

  for (const [rule, units] of Object.entries(rules)) {
    it(`grow as the text does: ${rule}`, async () => {
      for (const unit of units) {
        const [short, long] = [await stepsOf(repeated(unit, length)), await stepsOf(repeated(unit, 4 * length))];
        assert.ok(short > 0);
        assert.ok(long <= 4 * mostStepRatio * short, `${JSON.stringify(unit)}: ${short}, ${long} steps`);
      }
    });
  }
});

/** What one step costs: of regular expressions and searches nothing is counted. */
describe('the time that parsing takes', () => {
  for (const [rule, units] of Object.entries(rules)) {
    it(`grows as the text does: ${rule}`, (t) => {
      for (const unit of units) {
        const [short, long] = leastTimes([repeated(unit, length), repeated(unit, growth * length)]);
        t.diagnostic(`${JSON.stringify(unit)} ${short!.toFixed(2)} ${long!.toFixed(2)} ms`);
        assert.ok(long! <= mostRatio * short!, `${JSON.stringify(unit)}: ${short}, ${long} ms`);
      }
    });
  }

  it('is of the order of that of words for texts that were slow once', () => {
    for (const text of slowTexts) {
      const [words, time] = leastTimes([repeated('word ', text.length), text]);
      assert.ok(time! <= mostTimesWords * words!, `${text.slice(0, 20)}: ${words}, ${time} ms`);
    }
  });
});

/** The least processor time of each text, in milliseconds, taken in turn until the ratio is as it should be, or for good. */
function leastTimes(texts: readonly string[]): number[] {
  const least = texts.map(() => Infinity);
  for (let round = 0; round < mostRounds; round++) {
    texts.forEach((text, index) => (least[index] = Math.min(least[index]!, timeOf(text))));
    const isSettled = round > 0 && least.every((time, index) => index === 0 || time <= mostRatio * least[index - 1]!);
    if (isSettled) break;
  }
  return least;
}

function timeOf(text: string): number {
  const before = process.cpuUsage();
  parseRichText(text, everyone);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function repeated(unit: string, length: number): string {
  return unit.repeat(Math.ceil(length / unit.length));
}
