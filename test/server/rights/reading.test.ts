import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { newId, toGlobalId, type GlobalId } from '../../../server/src/platform/ids.ts';
import { follow } from '../../support/server/follow.ts';
import { WholeSelection } from '../../support/server/whole-selection.ts';
import { all, type Looking, type Place, type World } from './looking.ts';
import { type Question, questions, questionsOfAll } from './questions.ts';
import { createWorld, textOf } from './world.ts';

for (const isOpen of [true, false]) {
  describe(`what may be read, as the schema has it, where the signed out ${isOpen ? 'read' : 'do not'}`, () => {
    let world: World;
    let selection: WholeSelection;
    before(async () => {
      world = await createWorld(isOpen);
      selection = new WholeSelection(world.server.app.schema, {
        'Person.managers': '',
        'Viewer.person': '',
      });
    });
    after(() => world.server.close());

    const seen = new Set<string>();
    /** The first time that a document is seen, an error says more: that one is not counted. */
    const ask = async (who: Looking, query: string, variables: object) => {
      if (!seen.has(query)) await textOf(world.people[who], query, variables);
      seen.add(query);
      return textOf(world.people[who], query, variables);
    };

    it('is told to those who read it, and to nobody else, by every field', async (t) => {
      const leaks: string[] = [];
      // Which fields of which questions tell readers what is said there, and who was asked about and told nothing.
      const telling = new Set<string>();
      const denied = new Map<string, number>();
      let told = 0;
      const asked: [Question, readonly Place[]][] = [
        ...questionsOfAll(world, selection).map((question): [Question, readonly Place[]] => [question, world.places]),
        ...world.places.flatMap((place) =>
          questions(selection, place).map((question): [Question, readonly Place[]] => [question, [place]]),
        ),
      ];
      for (const [question, places] of asked) {
        for (const who of all) {
          const text = await textOf(world.people[who], question.query, question.variables);
          assert.doesNotMatch(text, failures, `${question.name}: ${text.slice(0, 500)}`);
          leaks.push(...leaksIn(world, text, who, question));
          const fields = fieldsIn(text);
          for (const place of places) {
            const saying = fields.filter(([, value]) => value.includes(place.word));
            told += saying.length;
            for (const [field] of saying) telling.add(`${question.name}\n${field}`);
            if (!place.readers.includes(who)) denied.set(question.name, (denied.get(question.name) ?? 0) + 1);
          }
        }
      }
      const denials = [...telling].reduce((sum, cell) => sum + (denied.get(cell.split('\n')[0]!) ?? 0), 0);
      t.diagnostic(JSON.stringify({ told, denials, fields: telling.size, leaks: leaks.length }));
      assert.deepEqual(leaks, []);
      assert.ok(telling.size > 40, `${telling.size} fields tell something`);
    });

    it('is told to all who read it', async () => {
      for (const { ids, readers, wallReaders, wallKey, word, name } of world.places) {
        for (const who of readers) {
          for (const id of [ids['post'], ids['comment'], ids['pageComment'], ids['reply'], ids['poll']].filter(
            (each) => each !== undefined,
          )) {
            const text = await textOf(world.people[who], bodyOf, { id });
            assert.ok(text.includes(word), `${who}, ${name}: ${text}`);
          }
          if (!ids['post'] || !wallReaders.includes(who)) continue;
          const text = await textOf(world.people[who], postsOf, { wallKey });
          assert.ok(text.includes(word), `${who}, ${wallKey}: ${text}`);
        }
      }
    });

    it('is not there for others, as what does not exist is not', async () => {
      for (const { ids, readers, knowers, name } of world.places) {
        for (const who of all) {
          for (const [what, id] of Object.entries(ids)) {
            const isKnown = (what === 'group' ? knowers : readers).includes(who);
            if (isKnown || what === 'page' || what === 'channel' || what === 'choice') continue;
            const type = Buffer.from(id, 'base64url').toString().split(':')[0]!;
            const none = toGlobalId(type, newId());
            for (const query of byId) {
              const [absent, text] = [await ask(who, query, { id: none }), await ask(who, query, { id })];
              assert.equal(withoutIds(text), withoutIds(absent), `${who}, ${what} of ${name}`);
            }
          }
        }
      }
    });

    it('is as little there for others as nothing at a page with the same readers', async (t) => {
      const cells = { same: 0, different: 0 };
      for (const place of world.places.filter(({ twins }) => twins)) {
        for (const key of place.twins!) {
          const twin = { ...place, ids: { page: toGlobalId('Page', key) }, wallKey: `page:${key}` };
          const [written, empty] = [{ ...place, ids: { page: place.ids['page']! } }, twin].map((each) =>
            questions(selection, each).filter(({ name }) => ofPages.test(name)),
          );
          for (const who of all) {
            for (const [index, question] of written!.entries()) {
              const { query, variables } = empty![index]!;
              const [text, other] = [
                await ask(who, question.query, question.variables),
                await ask(who, query, variables),
              ];
              if (place.readers.includes(who)) cells.different += text === other ? 0 : 1;
              else {
                assert.equal(text, other, `${who}, ${place.name} and ${key}: ${question.name}`);
                cells.same += 1;
              }
            }
            const topics = [written![0]!, empty![0]!].map(({ variables }) => String(variables['id']));
            if (isOpen || who !== 'nobody') await followsOnly(who, topics, place.readers.includes(who));
          }
        }
      }
      t.diagnostic(JSON.stringify(cells));
      assert.ok(cells.different > 60);
    });

    /** Of a page that is written on, and of one with the same readers that may be narrowed for more. */
    const followsOnly = async (who: Looking, topics: string[], isReader: boolean) => {
      const stream = await follow(world.people[who].client, [...topics, toGlobalId('Page', 'the-page')]);
      const [{ topics: followed }] = stream.told;
      assert.equal(followed.includes(topics[0]), isReader, `${who} follows ${topics[0]}`);
      if (!isReader) assert.ok(!followed.includes(topics[1]), `${who} follows ${topics[1]}`);
      await stream.close();
    };

    it('is counted and found for nobody else', async () => {
      for (const { word, nameWord, readers, knowers, name } of world.places) {
        for (const who of all) {
          const words = [
            ...(readers.includes(who) ? [] : [word]),
            ...(knowers.includes(who) ? [] : [nameWord ?? word]),
          ];
          for (const query of bySearch)
            for (const searched of words)
              assert.equal(
                await ask(who, query, { query: searched }),
                await ask(who, query, { query: 'wordnowhere' }),
                `${who}, ${name}`,
              );
        }
      }
    });
  });
}

/** Questions in which nothing but a page is named. */
const ofPages = /^(?:node|nodes|subjects|mentionablePeople) page$|^wall$|^pages$/;
const failures = /INTERNAL_SERVER_ERROR|GRAPHQL_VALIDATION|LIMIT_EXCEEDED/;
const bodyOf = 'query ($id: ID!) { node(id: $id) { ... on Post { body { text } } ... on Comment { body { text } } } }';
const byId = [
  'query ($id: ID!) { node(id: $id) { __typename } }',
  'query ($id: ID!) { nodes(ids: [$id]) { __typename } }',
  'query ($id: String!) { subjects(refs: [$id]) { __typename } }',
];
const bySearch = [
  'query ($query: String) { groups(query: $query, first: 5) { totalCount nodes { id } } }',
  'query ($query: String) { groups(query: $query, mine: true, first: 5) { totalCount nodes { id } } }',
  'query ($query: String) { people(query: $query, first: 5) { totalCount nodes { id } } }',
  'query ($query: String!) { mentionablePeople(query: $query) { id } }',
];
const postsOf = 'query ($wallKey: String!) { wall(key: $wallKey) { posts(first: 10) { nodes { body { text } } } } }';

/** What a text tells of any place that its reader may not know. */
function leaksIn({ places }: World, text: string, who: Looking, { name, query, variables }: Question): string[] {
  const asked = JSON.stringify([query, variables]);
  return places.flatMap((place) => {
    const told: string[] = [];
    if (!place.readers.includes(who)) {
      told.push(place.word);
      told.push(...contents(place));
    }
    if (!place.knowers.includes(who) && place.nameWord) told.push(place.nameWord, place.ids['group']!);
    return told
      .filter((each) => text.includes(each) && !asked.includes(each))
      .map(
        (each) =>
          `${who} is told ${each} of ${place.name} by ${name}: ${text.slice(Math.max(0, text.indexOf(each) - 300), text.indexOf(each) + 60)}`,
      );
  });
}

function contents({ ids }: Place): GlobalId[] {
  return Object.entries(ids).flatMap(([what, id]) =>
    what === 'group' || what === 'page' || what === 'channel' ? [] : [id],
  );
}

/** The fields of the object that a text tells of, each with what it says. */
function fieldsIn(text: string): [string, string][] {
  const { data } = JSON.parse(text) as { data?: Record<string, unknown> | null };
  const objects = Object.values(data ?? {})
    .flat()
    .filter((value) => typeof value === 'object' && value !== null);
  return objects.flatMap((object) =>
    Object.entries(object as object).map(([field, value]): [string, string] => [field, JSON.stringify(value)]),
  );
}

function withoutIds(text: string): string {
  return text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|[A-Za-z0-9_-]{30,}/g, 'ID');
}
