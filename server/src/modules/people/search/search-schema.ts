import { readers } from '../../../graphql/access.ts';
import type { Builder } from '../../../graphql/builder.ts';
import { connectionArgs } from '../../../graphql/connection-type.ts';
import type { Edge } from '../../../platform/connection.ts';
import { type PersonMatch, type PersonMatchField, personMatchFields } from './highlight.ts';
import type { FoundPerson, PeopleSearchResult } from '../people-service.ts';
import type { FacetValue, PeopleFacets, PeopleFilters } from './tally.ts';

declare module '../../../graphql/builder.ts' {
  interface SchemaObjects {
    FacetValue: FacetValue;
    PeopleFacets: PeopleFacets;
    PersonMatch: PersonMatch;
    PersonSearchEdge: Edge<FoundPerson>;
    PersonSearchConnection: PeopleSearchResult;
  }
  interface SchemaInputs {
    PeopleFilters: PeopleFilters;
  }
  interface SchemaScalars {
    PersonMatchField: { Input: PersonMatchField; Output: PersonMatchField };
  }
}

/** The search of the directory. */
export function definePeopleSearchSchema(builder: Builder): void {
  defineFacets(builder);
  defineMatches(builder);
  builder.objectType('PersonSearchConnection', {
    description: 'The people found, best match first: names before titles, departments, locations and expertise.',
    access: 'parent',
    fields: (t) => ({
      edges: t.field({
        type: ['PersonSearchEdge'],
        description: 'The people of this page.',
        resolve: ({ edges }) => edges,
      }),
      nodes: t.field({
        type: ['Person'],
        description: 'The edges without cursors and matches.',
        resolve: ({ edges }) => edges.map(({ node }) => node.person),
      }),
      totalCount: t.exposeInt('totalCount', { description: 'The number of people found, on all pages.' }),
      unmatchedWords: t.exposeStringList('unmatchedWords', {
        description: 'Words of the query, as typed, that were ignored because no one has them.',
      }),
      facets: t.expose('facets', {
        type: 'PeopleFacets',
        description: 'The numbers of people found, by department, location and expertise.',
      }),
      pageInfo: t.expose('pageInfo', { type: 'PageInfo', description: 'The position of this page in the whole list.' }),
    }),
  });
  builder.queryField('people', (t) =>
    t.field({
      type: 'PersonSearchConnection',
      access: readers,
      description:
        'Searches the directory while typing: by name, in any order and despite differences in accents, case and spelling and typing errors, and by title, department, location, expertise, address, handle or phone number. Without a query: all people, by name.',
      args: {
        query: t.arg.string({ description: '200 characters at most.' }),
        filters: t.arg({ type: 'PeopleFilters', description: 'Only people with these values.' }),
        ...connectionArgs(t),
      },
      reads: true,
      resolve: async (_root, args, { viewer, services, searchLimit, caller }) => {
        await searchLimit.take(caller, 'people');
        return services.people.search(viewer, args);
      },
    }),
  );
}

function defineFacets(builder: Builder): void {
  builder.inputType('PeopleFilters', {
    description: 'For each facet, the values of which people must have at least one. An empty list does not filter.',
    fields: (t) => ({
      department: t.stringList({ description: 'Any of these departments.' }),
      location: t.stringList({ description: 'Any of these locations.' }),
      expertise: t.stringList({ description: 'Any of these tags.' }),
    }),
  });
  builder.objectType('FacetValue', {
    description: 'One value of a facet.',
    access: 'parent',
    fields: (t) => ({
      value: t.exposeString('value', { description: 'The value as written in the directory, for use in a filter.' }),
      count: t.exposeInt('count', { description: 'How many of the people found have it.' }),
    }),
  });
  builder.objectType('PeopleFacets', {
    description:
      'The 20 most frequent values of each facet among the people found, each facet counted without its own filter.',
    access: 'parent',
    fields: (t) => ({
      department: t.expose('department', { type: ['FacetValue'], size: 20, description: 'By department.' }),
      location: t.expose('location', { type: ['FacetValue'], size: 20, description: 'By location.' }),
      expertise: t.expose('expertise', { type: ['FacetValue'], size: 20, description: 'By expertise tag.' }),
    }),
  });
}

function defineMatches(builder: Builder): void {
  builder.enumType('PersonMatchField', {
    description: 'The field of a person that matched.',
    values: personMatchFields,
  });
  builder.objectType('PersonMatch', {
    description: 'The part of a field that matched, in UTF-16 units; for EXPERTISE, `value` is the whole tag.',
    access: 'parent',
    fields: (t) => ({
      field: t.expose('field', { type: 'PersonMatchField', description: 'The field it is a part of.' }),
      value: t.exposeString('value', { description: 'The whole field, or tag.' }),
      start: t.exposeInt('start', { description: 'Where the part starts in it.' }),
      end: t.exposeInt('end', { description: 'Where the part ends, not included.' }),
    }),
  });
  builder.objectType('PersonSearchEdge', {
    description: 'A person found.',
    access: 'parent',
    fields: (t) => ({
      cursor: t.exposeString('cursor', { description: 'Their position, for `after` and `before`.' }),
      node: t.field({ type: 'Person', description: 'The person.', resolve: ({ node }) => node.person }),
      matches: t.field({
        type: ['PersonMatch'],
        size: 20,
        description: 'The matching parts, for highlighting. Empty if a complete address or number was typed.',
        resolve: ({ node }) => node.matches,
      }),
    }),
  });
}
