import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Answer, type Intranet, startIntranet } from '../../support/server/intranet.ts';
import { statementsDuring } from '../../support/server/statements.ts';

let intranet: Intranet;

async function read(refs: string[], by = intranet.ana) {
  const query = `query ($refs: [String!]!) { subjects(refs: $refs) { __typename id ... on Page { key } ... on Commentable { commentCount } } }`;
  return by.client.send(query, { refs });
}

describe('subjects', () => {
  before(async () => {
    intranet = await startIntranet();
  });
  after(() => intranet.close());

  it('come in the order of their references, keys of pages and ids of anything', async () => {
    const { ana } = intranet;
    const post = await ana.post('company');
    const canteen = await ana.page('canteen');
    const comment = await ana.comment(canteen.id);

    const { data } = await read([comment, 'canteen', post, canteen.id, 'https://intranet.example.org/news/']);

    assert.deepEqual(
      data.subjects.map(({ __typename, id, key }: Answer) => [__typename, key ?? id]),
      [
        ['Comment', comment],
        ['Page', 'canteen'],
        ['Post', post],
        ['Page', 'canteen'],
        ['Page', 'https://intranet.example.org/news'],
      ],
    );
    assert.equal(data.subjects[1].commentCount, 1);
  });

  it('are null with an error at their place where a reference is not taken, and without one where nothing is there', async () => {
    const gone = Buffer.from('Post:0192').toString('base64url');

    const { data, errors } = await read(['two words', gone, 'canteen']);

    assert.deepEqual(
      data.subjects.map((subject: Answer) => subject?.__typename ?? null),
      [null, null, 'Page'],
    );
    assert.deepEqual(
      errors!.map(({ path, extensions }) => [path, extensions!.code]),
      [[['subjects', 0], 'INVALID']],
    );
  });

  it('reads the id of what nobody can comment on as the name of a page', async () => {
    const person = Buffer.from('Person:ana').toString('base64url');

    const { data } = await read([person]);

    assert.deepEqual([data.subjects[0].__typename, data.subjects[0].key], ['Page', person]);
  });

  it('are read together, and no more than a hundred', async () => {
    const { ana } = intranet;
    const page = await ana.page('many');
    const comments: string[] = [];
    for (let i = 0; i < 20; i += 1) comments.push(await ana.comment(page.id));

    const statements = await statementsDuring(async () => {
      const { data } = await read([...comments, 'many', 'canteen']);
      assert.equal(data.subjects.filter(Boolean).length, 22);
    });
    const { errors } = await read(Array(101).fill('canteen'));

    assert.ok(statements.length <= 4, statements.join('\n'));
    assert.match(errors![0]!.message, /100/);
  });

  it('are for those who may read', async () => {
    const closed = await startIntranet({ PARVIS_ANONYMOUS: 'none' });
    const id = (await closed.ana.page('canteen')).id;

    for (const ref of ['canteen', id]) {
      const { data, errors } = await read([ref], closed.nobody);
      assert.equal(data, null);
      assert.equal(errors![0]!.extensions!.code, 'UNAUTHENTICATED');
    }
    await closed.close();
  });
});
