import type { Builder } from '../../graphql/builder.ts';
import { defineMutation } from '../../graphql/mutation.ts';
import { localIdOf } from '../../platform/ids.ts';
import type { ShownAbsence } from './absence.ts';

declare module '../../graphql/builder.ts' {
  interface SchemaObjects {
    Absence: ShownAbsence;
  }
}

export function defineAbsenceSchema(builder: Builder): void {
  defineAbsence(builder);
  defineMutation(builder, 'setAbsence', {
    description: 'Says when the viewer is away, in place of what they said before.',
    input: (t) => ({
      from: t.field({ type: 'Date', required: true, description: 'The first day.' }),
      until: t.field({
        type: 'Date',
        required: true,
        description: 'The last day: not before the first, not past, and two years after the first at most.',
      }),
      zone: t.string({
        required: true,
        description: 'The time zone of these days, by its IANA name: `Europe/Paris`. A browser knows its own.',
      }),
      substituteId: t.id({ description: 'The id of a person who stands in for the viewer.' }),
      note: t.string({ description: 'A few words for colleagues, plain text: 200 characters at most.' }),
    }),
    payload: { person: 'Person' },
    resolve: async ({ idempotencyKey, substituteId, note, ...days }, { viewer, services }) => {
      const draft = {
        ...days,
        substituteId: substituteId ? localIdOf(substituteId, 'Person') : null,
        note: note ?? null,
      };
      return { person: await services.absences.set(viewer, draft, idempotencyKey) };
    },
  });
  defineMutation(builder, 'clearAbsence', {
    description: 'Says that the viewer is not away, and will not be.',
    input: () => ({}),
    payload: { person: 'Person' },
    resolve: async ({ idempotencyKey }, { viewer, services }) => ({
      person: await services.absences.clear(viewer, idempotencyKey),
    }),
  });
}

function defineAbsence(builder: Builder): void {
  builder.objectType('Absence', {
    description: 'The days on which a person is away.',
    access: 'parent',
    fields: (t) => ({
      from: t.expose('from', { type: 'Date', description: 'The first day.' }),
      until: t.expose('until', { type: 'Date', description: 'The last day.' }),
      isNow: t.exposeBoolean('isNow', { description: 'Whether they are away today. Otherwise they will be.' }),
      note: t.exposeString('note', { nullable: true, description: 'What they say of it, plain text in one line.' }),
      substitute: t.field({
        type: 'Person',
        nullable: true,
        description: 'Who stands in for them. Null if no one does, they have left, or the viewer may not find them.',
        resolve: async ({ substituteId }, _args, { loaders }) => {
          const substitute = substituteId === null ? null : await loaders.people.load(substituteId);
          const isThere = substitute?.status === 'ACTIVE' && (await loaders.people.canSeeInDirectory(substitute));
          return isThere ? substitute : null;
        },
      }),
    }),
  });
  builder.objectField('Person', 'absence', (t) =>
    t.field({
      type: 'Absence',
      nullable: true,
      access: (person, _viewer, { loaders }) => loaders.people.canSeeInDirectory(person),
      description:
        'When they are away, if that is now or begins within seven days; of the viewer, whenever it begins. Null for viewers who may not find them, and once they have left.',
      resolve: ({ id }, _args, { loaders }) => loaders.absences.of(id),
    }),
  );
}
