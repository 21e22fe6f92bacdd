import type { Builder } from '../../graphql/builder.ts';
import { defineMutation } from '../../graphql/mutation.ts';
import { localIdOf } from '../../platform/ids.ts';

/** The mutations by which administrators change what people may do. */
export function definePeopleMutations(builder: Builder): void {
  defineMutation(builder, 'setPersonKind', {
    description: 'Sets what a person is to the company. For administrators. A guest or service cannot be one.',
    input: (t) => ({
      personId: t.id({ required: true, description: 'The person.' }),
      kind: t.field({ type: 'PersonKind', required: true, description: 'What they are.' }),
    }),
    payload: { person: 'Person' },
    resolve: async ({ idempotencyKey, personId, kind }, { viewer, services }) => ({
      person: await services.people.changeRights(viewer, localIdOf(personId, 'Person'), { kind }, idempotencyKey),
    }),
  });
  defineMutation(builder, 'setPersonRole', {
    description: 'Gives a person a role. For administrators. The last of them keeps theirs.',
    input: (t) => ({
      personId: t.id({ required: true, description: 'The person.' }),
      role: t.field({ type: 'Role', required: true, description: 'Their role from now on.' }),
    }),
    payload: { person: 'Person' },
    resolve: async ({ idempotencyKey, personId, role }, { viewer, services }) => ({
      person: await services.people.changeRights(viewer, localIdOf(personId, 'Person'), { role }, idempotencyKey),
    }),
  });
  defineMutation(builder, 'deactivatePerson', {
    description:
      'Marks a person as departed. For administrators. Their sign-in is refused from then on, and their event streams end within a second. What they wrote stays.',
    input: (t) => ({ personId: t.id({ required: true, description: 'The person.' }) }),
    payload: { person: 'Person' },
    resolve: async ({ idempotencyKey, personId }, { viewer, services }) => {
      const id = localIdOf(personId, 'Person');
      return { person: await services.people.changeRights(viewer, id, { status: 'DEPARTED' }, idempotencyKey) };
    },
  });
  defineMutation(builder, 'reactivatePerson', {
    description: 'Marks a departed person as active again. For administrators.',
    input: (t) => ({ personId: t.id({ required: true, description: 'The person.' }) }),
    payload: { person: 'Person' },
    resolve: async ({ idempotencyKey, personId }, { viewer, services }) => {
      const id = localIdOf(personId, 'Person');
      return { person: await services.people.changeRights(viewer, id, { status: 'ACTIVE' }, idempotencyKey) };
    },
  });
}
