import type { Builder } from '../../graphql/builder.ts';
import { defineMutation } from '../../graphql/mutation.ts';
import { isAdministrator } from '../../platform/viewer.ts';
import type { MailStop } from './mail-stop.ts';

declare module '../../graphql/builder.ts' {
  interface SchemaObjects {
    MailStop: MailStop;
  }
}

export function defineMailSchema(builder: Builder): void {
  builder.objectType('MailStop', {
    description: 'An address to which no mails are sent for 30 days, because it takes none.',
    access: 'parent',
    fields: (t) => ({
      person: t.field({
        type: 'Person',
        nullable: true,
        description: 'Whose address it is, or was.',
        resolve: ({ personId }, _args, { loaders }) => loaders.people.load(personId),
      }),
      address: t.exposeString('address', { description: 'In lower case.' }),
      status: t.exposeString('status', { nullable: true, description: 'What the mail server said, as `5.1.1`.' }),
      stoppedAt: t.expose('stoppedAt', { type: 'DateTime', description: 'When it was refused.' }),
    }),
  });
  builder.queryField('mailStops', (t) =>
    t.field({
      type: ['MailStop'],
      size: 100,
      access: (_root, viewer) => isAdministrator(viewer),
      nullable: true,
      reads: true,
      description:
        'The addresses that take no mails, the last first; 100 at most. For administrators: null for others.',
      resolve: (_root, _args, { viewer, services }) => services.mails.stopped(viewer),
    }),
  );
  defineMutation(builder, 'liftMailStop', {
    description: 'Sends mails again to an address that took none. For administrators.',
    input: (t) => ({ address: t.string({ required: true, description: 'The address, as `mailStops` has it.' }) }),
    payload: { stop: 'MailStop' },
    resolve: async ({ idempotencyKey, address }, { viewer, services }) => ({
      stop: await services.mails.liftStop(viewer, address, idempotencyKey),
    }),
  });
}
