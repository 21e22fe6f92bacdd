import { readers } from '../../graphql/access.ts';
import type { Builder } from '../../graphql/builder.ts';
import { defineNodeLoader } from '../../graphql/node.ts';
import { type RowId, toGlobalId } from '../../platform/ids.ts';
import { isModerator, type Readable } from '../../platform/readable.ts';
import { defineChannelSchema } from './channels/channel-schema.ts';
import { type Wall, wallKey } from './wall.ts';

declare module '../../graphql/builder.ts' {
  interface SchemaObjects {
    Wall: Readable<Wall>;
  }
}

export function defineWallSchema(builder: Builder): void {
  builder.objectType('Wall', {
    hasAudience: true,
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
        resolve: (wall, _args, { loaders }) =>
          wall.kind === 'person' ? loaders.people.load(wall.owner as RowId) : null,
      }),
      readers: t.field({
        type: 'Readers',
        description: 'Who reads what is posted here.',
        resolve: (wall, _args, { services }) => services.subjects.readersOf(wall),
      }),
      viewerCanPost: t.boolean({
        description: 'Whether the viewer may post here. On the wall of a person, only that person may.',
        resolve: async (wall, _args, { viewer, services }) =>
          (await services.walls.denialOfPosting(viewer, wall)) === null,
      }),
      viewerCanPin: t.boolean({
        description: 'Whether the viewer may pin posts here: communication staff and who runs a group may.',
        resolve: (wall, _args, { viewer }) => isModerator(viewer, wall),
      }),
    }),
  });
  defineChannelSchema(builder);
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
      nullable: true,
      description: 'The wall of the person. Null for viewers who may not read it.',
      reads: true,
      resolve: (person, _args, { viewer, services }) => services.walls.wall(viewer, wallKey('person', person.handle)),
    }),
  );
}
