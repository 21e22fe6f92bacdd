import type { Builder } from '../../../graphql/builder.ts';
import { defineMutation } from '../../../graphql/mutation.ts';
import { localIdOf, toGlobalId } from '../../../platform/ids.ts';
import { type Channel, mostChannels } from './channel.ts';

declare module '../../../graphql/builder.ts' {
  interface SchemaObjects {
    Channel: Channel;
  }
}

export function defineChannelSchema(builder: Builder): void {
  builder.objectType('Channel', {
    description: 'A part of a wall, for posts about one matter.',
    access: 'parent',
    fields: (t) => ({
      id: t.id({ description: 'Opaque, and the same for ever.', resolve: ({ id }) => toGlobalId('Channel', id) }),
      name: t.exposeString('name', { description: 'What it is called, plain text of 40 characters at most.' }),
      archivedAt: t.expose('archivedAt', {
        type: 'DateTime',
        nullable: true,
        description: 'When it was closed, if it is: what was posted in it stays readable.',
      }),
    }),
  });
  builder.objectField('Wall', 'channels', (t) =>
    t.field({
      type: ['Channel'],
      description: 'The parts of it, in their order; closed ones too.',
      size: mostChannels,
      resolve: ({ rowId }, _args, { loaders }) => (rowId === null ? [] : loaders.walls.channels(rowId)),
    }),
  );
  builder.objectField('Wall', 'viewerCanDivide', (t) =>
    t.boolean({
      description: 'Whether the viewer may add channels and change them: communication staff and who runs a group may.',
      resolve: (wall, _args, { viewer, services }) => services.walls.channels.canDivide(viewer, wall),
    }),
  );
  defineChannelMutations(builder);
}

function defineChannelMutations(builder: Builder): void {
  const wallKey = 'The key of the wall.';
  defineMutation(builder, 'addChannel', {
    description: 'Adds a channel to a wall, after those that it has.',
    input: (t) => ({
      wallKey: t.string({ required: true, description: wallKey }),
      name: t.string({ required: true, description: 'What it is called: 40 characters at most.' }),
    }),
    payload: { wall: 'Wall' },
    resolve: async ({ idempotencyKey, ...channel }, { viewer, services }) => ({
      wall: await services.walls.channels.add(viewer, channel, idempotencyKey),
    }),
  });
  defineMutation(builder, 'updateChannel', {
    description: 'Renames a channel, moves it among the others, closes or opens it. What is not given stays.',
    input: (t) => ({
      wallKey: t.string({ required: true, description: wallKey }),
      channelId: t.id({ required: true, description: 'The channel.' }),
      name: t.string({ description: 'What it is called: 40 characters at most.' }),
      position: t.int({ description: 'Its place among the channels of the wall, the first being 0.' }),
      archived: t.boolean({ description: 'Whether nothing is posted in it any more.' }),
    }),
    payload: { wall: 'Wall' },
    resolve: async ({ idempotencyKey, channelId, ...changes }, { viewer, services }) => {
      const change = { id: localIdOf(channelId, 'Channel'), ...changes };
      return { wall: await services.walls.channels.update(viewer, change, idempotencyKey) };
    },
  });
}
