/**
 * Whether the time of an answer tells what somebody may not know: what is hidden beside what is not there, turn by turn, for
 * somebody who may see neither: `npm run bench -- hidden [turns]`. Bodies must be the same, and medians within 5 %.
 */
import { toGlobalId } from '../../server/src/platform/ids.ts';
import { type Answer, startIntranet } from '../support/server/intranet.ts';
import { rowId } from '../support/server/ids.ts';
import { passSecret } from '../support/server/page-passes.ts';

const turns = Number(process.argv[2] ?? 2_000);
const comments = 200;

const intranet = await startIntranet({
  PARVIS_PASS_KEYS: `wiki ${passSecret} /**`,
  PARVIS_PAGE_RULES: '/closed/** -> pass',
});
const { ana, bob, server } = intranet;
try {
  const { group } = await ana.client.mutate(
    'addGroup',
    { name: 'Hidden away', visibility: 'HIDDEN', join: 'INVITE' },
    'group { id handle }',
  );
  const hidden: string = group.handle;
  const post = await ana.post(`group:${hidden}`);
  const comment = await ana.comment(post);
  for (let count = 1; count < comments; count += 1) await ana.comment(post);
  const open = 'https://intranet.example.org/soon-closed';
  for (let count = 0; count < comments; count += 1) await ana.comment(toGlobalId('Page', open));
  await server.app.services.subjects.alias(open, 'https://intranet.example.org/closed/full');

  await compare(
    'a group by its name',
    (handle) => [`query ($handle: String!) { group(handle: $handle) { id name } }`, { handle }],
    hidden,
    mirrored(hidden),
  );
  await compare('a group by its id', byId, group.id, toGlobalId('Group', rowId('nothing')));
  await compare(
    'its wall',
    (key) => [`query ($key: String!) { wall(key: $key) { id posts(first: 20) { totalCount nodes { id } } } }`, { key }],
    `group:${hidden}`,
    `group:${mirrored(hidden)}`,
  );
  await compare('a post there', byId, post, toGlobalId('Post', rowId('nothing')));
  await compare('a comment there', byId, comment, toGlobalId('Comment', rowId('nothing')));
  await compare(
    `a closed page with ${comments} comments`,
    (key) => [
      `query ($key: String!) { pages(keys: [$key]) { id commentCount comments(first: 50) { totalCount nodes { id } } } }`,
      { key },
    ],
    'https://intranet.example.org/closed/full',
    'https://intranet.example.org/closed/none',
  );
} finally {
  await intranet.close();
}

function byId(id: string): [string, object] {
  return ['query ($id: ID!) { node(id: $id) { id } }', { id }];
}

/** A name as long as another, of nothing. */
function mirrored(name: string): string {
  return [...name].reverse().join('');
}

async function compare(
  what: string,
  ask: (of: string) => [string, object],
  hidden: string,
  absent: string,
): Promise<void> {
  const times: Record<string, number[]> = { [hidden]: [], [absent]: [] };
  const bodies = new Map<string, Answer>();
  for (let turn = -100; turn < turns; turn += 1)
    for (const of of turn % 2 ? [hidden, absent] : [absent, hidden]) {
      const [query, variables] = ask(of);
      const start = performance.now();
      const body = await (await bob.client.post({ query, variables })).text();
      if (turn >= 0) times[of]!.push(performance.now() - start);
      bodies.set(of, body.replace(/"[0-9a-f-]{36}"/g, '""'));
    }
  const [one, other] = [hidden, absent].map((of) => times[of]!.toSorted((a, b) => a - b)[turns / 2]!) as [
    number,
    number,
  ];
  const same =
    bodies.get(hidden) === bodies.get(absent) ? 'the same bytes' : `DIFFERENT: ${[...bodies.values()].join(' | ')}`;
  console.log(
    `${what.padEnd(34)} hidden ${one.toFixed(4)} ms, not there ${other.toFixed(4)} ms: ${(((one - other) / other) * 100).toFixed(1)} %; ${same}`,
  );
}
