import { readers } from '../../platform/graphql/access.ts';
import type { Builder } from '../../platform/graphql/builder.ts';
import { defineNodeLoader } from '../../platform/graphql/node.ts';
import type { Page, PageDetails } from './page.ts';
import { globalIdOf } from './subject.ts';
import type { SubjectLoaders } from './subject-loaders.ts';
import type { SubjectService } from './subject-service.ts';

declare module '../../platform/graphql/builder.ts' {
  interface SchemaObjects {
    Page: Page;
  }
  interface SchemaInputs {
    PageDetails: PageDetails;
  }
}
declare module '../../platform/graphql/context.ts' {
  interface Services {
    subjects: SubjectService;
  }
  interface Loaders {
    subjects: SubjectLoaders;
  }
}

export function defineSubjectSchema(builder: Builder): void {
  builder.objectType('Page', {
    description: 'An intranet page, or a part of one. Nothing is stored for it until somebody writes there.',
    interfaces: ['Node', 'Reactable', 'Commentable'],
    access: 'parent',
    fields: (t) => ({
      id: t.id({
        description: 'Derived from the key: the same before and after the first write.',
        resolve: (page) => globalIdOf(page),
      }),
      key: t.exposeString('key', {
        description:
          'The canonical key: an address without query, hash, trailing slash and index.html, or a plain name.',
      }),
      title: t.exposeString('title', { nullable: true, description: 'The title it had at the first write.' }),
      url: t.exposeString('url', { nullable: true, description: 'Where it is, as far as that is known.' }),
    }),
  });
  defineNodeLoader(builder, 'Page', (key, { viewer, services }) => services.subjects.visiblePage(viewer, key));

  builder.queryField('pages', (t) =>
    t.field({
      type: ['Page'],
      nullable: { list: false, items: true },
      access: readers,
      description:
        'One page for each key, 100 at most, in the same order; null with an error for a key that this server does not take.',
      args: {
        keys: t.arg.stringList({
          required: true,
          description: 'Addresses under the configured origins, or plain names.',
        }),
      },
      // A refusal among the pages becomes the error of its place in the list.
      resolve: (_root, { keys }, { viewer, services }) => services.subjects.pages(viewer, keys) as Promise<Page[]>,
    }),
  );

  builder.inputType('PageDetails', {
    description: 'What the host page says of itself, kept at the first write.',
    fields: (t) => ({
      title: t.string({ description: 'Its title; 300 characters are kept.' }),
      url: t.string({ description: 'Its address, under one of the configured origins.' }),
    }),
  });
}
