import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { buildSchema, isNonNullType, isObjectType } from 'graphql';
import { type Answer, startIntranet } from '../../support/server/intranet.ts';

const schema = buildSchema(readFileSync(new URL('../../../schema.graphql', import.meta.url), 'utf8'));

/** What a type says about whoever looks: what they may do, and what they did. */
function aboutViewer(typeName: string): string[] {
  const type = schema.getType(typeName);
  if (!isObjectType(type)) throw new Error(`No type ${typeName}`);
  return Object.values(type.getFields())
    .filter(
      (field) => field.name.startsWith('viewer') && String(field.type) === 'Boolean!' && isNonNullType(field.type),
    )
    .map(({ name }) => name);
}

it('who is signed out may do nothing of what they may see, and did none of it', async () => {
  const intranet = await startIntranet();
  try {
    const { ana, nobody } = intranet;
    const page = (await ana.page('open')).id;
    const comment = await ana.comment(page);
    const post = await ana.post('company');
    const content = { poll: { choices: ['Yes', 'No'] } };
    const asked = (await ana.addPost('company', 'Shall we?', { content })).post.id;
    const said = (...types: string[]) =>
      types.map((type) => `... on ${type} { ${aboutViewer(type).join(' ')} }`).join(' ');
    const query = `query ($ids: [ID!]!) {
      wall(key: "company") { ${aboutViewer('Wall').join(' ')} }
      nodes(ids: $ids) {
        __typename ${said('Page', 'Comment', 'Post')}
        ... on Reactable { reactionGroups { ${aboutViewer('ReactionGroup').join(' ')} } }
        ... on Post { content { ... on Poll {
          ${aboutViewer('Poll').join(' ')} choices { ${aboutViewer('PollChoice').join(' ')} }
        } } }
      } }`;

    const { wall, nodes } = await nobody.client.query(query, { ids: [page, comment, post, asked] });

    assert.deepEqual(
      nodes.map(({ __typename }: Answer) => __typename),
      ['Page', 'Comment', 'Post', 'Post'],
    );
    const told = JSON.stringify({ wall, nodes });
    assert.equal(told.match(/:false/g)!.length > 40, true, told);
    assert.deepEqual(told.match(/"\w+":true/g) ?? [], []);
  } finally {
    await intranet.close();
  }
});
