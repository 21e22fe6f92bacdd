import { roles, type Role, type SignedInViewer, isSignedIn } from '../platform/viewer.ts';
import type { Builder } from '../graphql/builder.ts';

declare module '../graphql/builder.ts' {
  interface SchemaObjects {
    Viewer: SignedInViewer;
  }
  interface SchemaScalars {
    Role: { Input: Role; Output: Role };
  }
}

/** `viewer`: the person who sent the request. Needs the type `Person` of the people module. */
export function defineViewerSchema(builder: Builder): void {
  builder.enumType('Role', { description: 'The rights of a person beyond those of all employees.', values: roles });
  builder.objectType('Viewer', {
    description: 'The signed-in person, and their rights.',
    access: 'everyone',
    fields: (t) => ({
      person: t.field({
        type: 'Person',
        description: 'Their entry in the directory.',
        resolve: async ({ id }, _args, { loaders }) => (await loaders.people.load(id))!,
      }),
      role: t.expose('role', { type: 'Role', description: 'Their rights beyond those of all employees.' }),
    }),
  });
  builder.queryField('viewer', (t) =>
    t.field({
      type: 'Viewer',
      nullable: true,
      access: 'everyone',
      description: 'Null when signed out.',
      resolve: (_root, _args, context) => (isSignedIn(context.viewer) ? context.viewer : null),
    }),
  );
}
