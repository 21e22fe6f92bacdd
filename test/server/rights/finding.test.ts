import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type GlobalId, newId, toGlobalId } from '../../../server/src/platform/ids.ts';
import { all, looking, type Looking, within, type World } from './looking.ts';
import { createWorld, textOf } from './world.ts';

/** A way to find a person. */
const ways = [
  'query ($handle: String!) { person(handle: $handle) { id handle name email kind wall { key } activity { __typename } } }',
  'query ($id: ID!) { node(id: $id) { ... on Person { id handle name email kind wall { key } } } }',
  'query ($id: ID!) { nodes(ids: [$id]) { ... on Person { id handle name email kind } } }',
  'query ($name: String!) { people(query: $name, first: 5) { totalCount unmatchedWords facets { department { count } } edges { matches { value } } nodes { id handle name } } }',
  'query ($handle: String!) { people(query: $handle, first: 5) { totalCount nodes { id handle name } } }',
  'query ($name: String!) { mentionablePeople(query: $name) { id handle name } }',
  'query ($wall: ID!) { node(id: $wall) { ... on Wall { id key person { handle } } } }',
  'query ($key: String!) { wall(key: $key) { id key person { handle } } }',
];

interface Target {
  readonly id: GlobalId;
  readonly handle: string;
  readonly name: string;
}

for (const isOpen of [true, false]) {
  describe(`people, where the signed out ${isOpen ? 'read' : 'do not'}`, () => {
    let world: World;
    before(async () => {
      world = await createWorld(isOpen);
    });
    after(() => world.server.close());

    const personAs = (who: Looking): Target => {
      const { name } = looking[who]!;
      return { id: world.personIds[who]!, handle: who.toLowerCase(), name: name.split(' ')[0]! };
    };
    const variablesOf = ({ id, handle, name }: Target) => {
      const key = `person:${handle}`;
      return { id, handle, name, key, wall: toGlobalId('Wall', key) };
    };
    const tell = async (who: Looking, query: string, target: Target) => {
      const variables = Object.entries(variablesOf(target)).filter(([name]) => query.includes(`$${name}`));
      const given = Object.fromEntries(variables);
      // Twice: the first time that a document is seen, an error says more.
      await textOf(world.people[who], query, given);
      return textOf(world.people[who], query, given);
    };

    it('are found by employees, by the guests of their groups, and by no other guest', async () => {
      let [told, denied] = [0, 0];
      const nobody: Target = { id: toGlobalId('Person', newId()), handle: 'no.one', name: 'Zzyzx' };
      for (const who of all.filter((each) => each !== 'nobody')) {
        for (const target of all.filter((each) => each !== 'nobody')) {
          const person = personAs(target);
          const isFound =
            who === target || !who.startsWith('guest') || (who === 'guestWithin' && within.includes(target));
          for (const query of ways) {
            const text = await tell(who, query, person);
            const message = `${target} is ${isFound ? '' : 'not '}found by ${who}: ${query}: ${text}`;
            if (isFound) {
              const isWall = query.includes('$wall') || query.includes('$key');
              // Of those whom a guest finds, walls are still for employees.
              if (isWall && who.startsWith('guest') && !isOpen) continue;
              assert.ok(text.includes(`"${isWall ? `person:${person.handle}` : person.handle}"`), message);
              told += 1;
            } else {
              const none = (await tell(who, query, nobody))
                .replaceAll('Zzyzx', person.name)
                .replaceAll('no.one', person.handle);
              assert.equal(text, none, message);
              denied += 1;
            }
          }
        }
      }
      assert.ok(told > 500 && denied > 90, `${told} told, ${denied} denied`);
    });
  });
}
