import { readers } from '../../graphql/access.ts';
import type { Builder } from '../../graphql/builder.ts';
import { defineNodeLoader } from '../../graphql/node.ts';
import { toGlobalId } from '../../platform/ids.ts';
import type { Wall } from './wall.ts';
import { canPinOn, denialOfPosting } from './wall-policy.ts';

declare module '../../graphql/builder.ts' {
  interface SchemaObjects {
    Wall: Wall;
  }
}

export function defineWallSchema(builder: Builder): void {
  builder.objectType('Wall', {
    description: 'A list of posts: of the company, of a page or of a person.',
    interfaces: ['Node'],
    access: 'parent',
    fields: (t) => ({
      id: t.id({
        description: 'Opaque. Derived from the key: the same before and after the first post.',
        resolve: ({ key }) => toGlobalId('Wall', key),
      }),
      key: t.exposeString('key', { description: '`company`, `page:<page key>` or `person:<handle>`.' }),
      person: t.field({
        type: 'Person',
        nullable: true,
        description: 'The owner of the wall of a person; null for other walls.',
        resolve: (wall, _args, { loaders }) => (wall.kind === 'person' ? loaders.people.load(wall.owner) : null),
      }),
      viewerCanPost: t.boolean({
        description: 'Whether the viewer may post here. On the wall of a person, only that person may.',
        resolve: (wall, _args, { viewer }) => denialOfPosting(viewer, wall) === null,
      }),
      viewerCanPin: t.boolean({
        description: 'Whether the viewer may pin posts here: communication staff may.',
        resolve: (_wall, _args, { viewer }) => canPinOn(viewer),
      }),
    }),
  });
  defineNodeLoader(builder, 'Wall', (key, { viewer, services }) => services.walls.wall(viewer, key));
  builder.queryField('wall', (t) =>
    t.field({
      type: 'Wall',
      nullable: true,
      access: readers,
      description:
        'The wall of a key: `company`, `page:<page key>` or `person:<handle>`; null if there is no such wall.',
      args: { key: t.arg.string({ required: true }) },
      resolve: (_root, { key }, { viewer, services }) => services.walls.wall(viewer, key),
    }),
  );
  builder.objectField('Person', 'wall', (t) =>
    t.field({
      type: 'Wall',
      description: 'The wall of the person.',
      reads: true,
      resolve: (person, _args, { viewer, services }) => services.walls.wallOf(viewer, person),
    }),
  );
}
