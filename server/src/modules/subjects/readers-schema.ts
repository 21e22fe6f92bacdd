import type { Builder } from '../../graphql/builder.ts';
import type { ReadersInWords } from '../../platform/audience.ts';

declare module '../../graphql/builder.ts' {
  interface SchemaObjects {
    Readers: ReadersInWords;
  }
  interface SchemaScalars {
    ReadersKind: { Input: ReadersInWords['kind']; Output: ReadersInWords['kind'] };
  }
}

export function defineReaders(builder: Builder): void {
  builder.enumType('ReadersKind', {
    description: 'Who reads something.',
    values: {
      EVERYONE: { value: 'EVERYONE', description: 'Everyone who may read here at all.' },
      EMPLOYEES: { value: 'EMPLOYEES', description: 'The people of the company, without its guests.' },
      SOME: { value: 'SOME', description: 'Those who are in the group, or may open the page, that it belongs to.' },
      NOBODY: { value: 'NOBODY', description: 'Nobody any more.' },
    },
  });
  builder.objectType('Readers', {
    description: 'Who reads something, to be said in words where people write.',
    access: 'parent',
    fields: (t) => ({
      kind: t.expose('kind', { type: 'ReadersKind', description: 'Who they are.' }),
      name: t.exposeString('name', { nullable: true, description: 'Of `SOME`: the name of their group, plain text.' }),
    }),
  });
}
