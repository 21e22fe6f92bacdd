import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { it } from 'node:test';
import { buildSchema, type FragmentDefinitionNode, Kind, parse, type SelectionSetNode, validate } from 'graphql';

const read = (path: string) => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');

/** All operations and fragments in files of the widgets. */
async function documents(...paths: string[]): Promise<string> {
  const texts = await Promise.all(paths.map(read));
  const found = texts.flatMap((text) => [...text.matchAll(/\bgraphql\(\s*`([^`]*)`/g)].map(([, document]) => document));
  return found.join('\n');
}

const core = ['packages/core/src/person/person.ts', 'packages/core/src/events/event-operations.ts'];
const widgets = [
  'packages/like-button/src/like-operations.ts',
  'packages/comment-thread/src/comment/comment-operations.ts',
  'packages/activity-wall/src/post/post.ts',
];

/** The paths of all fields of a selection, fragments unfolded. */
function paths(selections: SelectionSetNode, fragments: Map<string, FragmentDefinitionNode>, on: string): string[] {
  return selections.selections.flatMap((selection): string[] => {
    if (selection.kind === Kind.FIELD) {
      const { name, selectionSet } = selection;
      const below = selectionSet ? paths(selectionSet, fragments, '') : [];
      return [name.value, ...below.map((path) => `${name.value}.${path}`)];
    }
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      return paths(fragments.get(selection.name.value)!.selectionSet, fragments, on);
    }
    const type = selection.typeCondition?.name.value;
    const isFor = !on || !type || type === on || type === 'Reactable' || type === 'Commentable';
    return isFor ? paths(selection.selectionSet, fragments, on) : [];
  });
}

for (const [type, shown, live] of [
  ['Comment', 'CommentFields', 'LiveComment'],
  ['Post', 'PostFields', 'LivePost'],
] as const) {
  it(`an event and what differs by viewer hold all that widgets show of a ${type}`, async () => {
    const { definitions } = parse(await documents(...core, ...widgets));
    const fragments = new Map(
      definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION).map((it) => [it.name.value, it]),
    );
    const viewersPart = definitions
      .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
      .find(({ name }) => name?.value === 'ViewersPart')!;
    const of = (name: string) => new Set(paths(fragments.get(name)!.selectionSet, fragments, type));
    const known = of(live);
    const byViewer = new Set(
      paths(viewersPart.selectionSet, fragments, type).map((path) => path.replace('nodes.', '')),
    );

    const missing = [...of(shown)].filter((path) => !(path.startsWith('viewer') ? byViewer : known).has(path));
    assert.deepEqual(missing, []);
    assert.ok(known.size > 10, 'fields were found');
    assert.deepEqual(
      [...known].filter((path) => /\bviewer/.test(path)),
      [],
    );
  });
}

it('events are asked for as the schema has them', async () => {
  const schema = buildSchema(await read('schema.graphql'));

  const errors = validate(schema, parse(await documents(...core)));

  assert.deepEqual(errors.map(String), []);
});
