import type { WholeSelection } from '../../support/server/whole-selection.ts';
import type { Place, World } from './looking.ts';

/** How deep below an object all is asked for. */
const depth = 2;

/** An operation about a place. */
export interface Question {
  readonly name: string;
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

/** All that can be asked in which no place is named. */
export function questionsOfAll({ personIds }: World, selection: WholeSelection): Question[] {
  const whole = wholeOf(selection);
  return [
    { name: 'groupInvitations', query: `{ groupInvitations { ${whole('Group')} } }`, variables: {} },
    {
      name: 'ownerlessGroups',
      query: `{ ownerlessGroups(first: 50) { totalCount nodes { ${whole('OwnerlessGroup')} } } }`,
      variables: {},
    },
    ...(['owner', 'member'] as const).flatMap((who) => [
      {
        name: `person ${who}`,
        query: `query ($handle: String!) { person(handle: $handle) { ${whole('Person')} } }`,
        variables: { handle: who },
      },
      {
        name: `node person ${who}`,
        query: `query ($id: ID!) { node(id: $id) { ${whole('Person')} } }`,
        variables: { id: personIds[who] },
      },
    ]),
    { name: 'viewer', query: `{ viewer { ${whole('Viewer')} } }`, variables: {} },
  ];
}

/** All that can be asked about a place. */
export function questions(selection: WholeSelection, place: Place): Question[] {
  const { ids, wallKey, word, nameWord } = place;
  const whole = wholeOf(selection);
  const kinds: Record<string, string> = {
    page: 'Page',
    post: 'Post',
    poll: 'Post',
    comment: 'Comment',
    pageComment: 'Comment',
    reply: 'Comment',
    group: 'Group',
  };
  const byId = Object.entries(ids).flatMap(([what, id]) => {
    const type = kinds[what];
    if (!type) return [];
    const variables = { id };
    return [
      { name: `node ${what}`, query: `query ($id: ID!) { node(id: $id) { ${whole(type)} } }`, variables },
      { name: `nodes ${what}`, query: `query ($id: ID!) { nodes(ids: [$id]) { ${whole(type)} } }`, variables },
    ];
  });
  const bySubject = Object.entries(ids).flatMap(([what, id]) =>
    ['page', 'post', 'comment'].includes(what)
      ? [
          {
            name: `subjects ${what}`,
            query: `query ($id: String!) { subjects(refs: [$id]) { ${whole(kinds[what]!)} } }`,
            variables: { id },
          },
          {
            name: `mentionablePeople ${what}`,
            query: 'query ($id: ID) { mentionablePeople(query: "m", subject: $id) { handle } }',
            variables: { id },
          },
        ]
      : [],
  );
  const handle = wallKey?.replace('group:', '') ?? '';
  return [
    ...byId,
    ...bySubject,
    {
      name: 'wall',
      query: `query ($key: String!) { wall(key: $key) { ${whole('Wall')} } }`,
      variables: { key: wallKey },
    },
    {
      name: 'pages',
      query: `query ($key: String!) { pages(keys: [$key]) { ${whole('Page')} } }`,
      variables: { key: wallKey?.startsWith('page:') ? wallKey.slice('page:'.length) : 'the-page' },
    },
    {
      name: 'group',
      query: `query ($handle: String!) { group(handle: $handle) { ${whole('Group')} } }`,
      variables: { handle },
    },
    ...['true', 'false'].map((mine) => ({
      name: `groups mine: ${mine}`,
      query: `query ($query: String) { groups(query: $query, mine: ${mine}, first: 50) { totalCount nodes { ${whole('Group')} } } }`,
      variables: { query: nameWord ?? word },
    })),
    {
      name: 'people',
      query: 'query ($query: String) { people(query: $query, first: 5) { totalCount nodes { name } } }',
      variables: { query: word },
    },
  ];
}

function wholeOf(selection: WholeSelection): (type: string) => string {
  return (type) => `... on ${type} { ${selection.fieldsOf(type, depth).join(' ')} }`;
}
