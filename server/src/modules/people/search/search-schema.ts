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
    description: 'People found, the closest first: names before titles, departments, locations and expertise.',
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
      totalCount: t.exposeInt('totalCount', { description: 'How many were found, on all pages.' }),
      unmatchedWords: t.exposeStringList('unmatchedWords', {
        description: 'Words of the query, as typed, that were left out since nobody has them.',
      }),
      facets: t.expose('facets', { type: 'PeopleFacets', description: 'How those found are spread.' }),
      pageInfo: t.expose('pageInfo', { type: 'PageInfo', description: 'Where this page stands in the whole list.' }),
    }),
  });
  builder.queryField('people', (t) =>
    t.field({
      type: 'PersonSearchConnection',
      access: readers,
      description:
        'Searches the directory as one types: by name in any order, accents, case, spelling and typing errors forgiven, and by title, department, location, expertise, address, handle or phone number. Without a query: everybody, by name.',
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
    description: 'For each facet, the values of which people must have one. An empty list filters nothing.',
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
      value: t.exposeString('value', { description: 'As it is written in the directory, and asked for in a filter.' }),
      count: t.exposeInt('count', { description: 'How many of those found have it.' }),
    }),
  });
  builder.objectType('PeopleFacets', {
    description:
      'The 20 most frequent values of each facet among those found, each facet counted as if it had no filter of its own.',
    access: 'parent',
    fields: (t) => ({
      department: t.expose('department', { type: ['FacetValue'], size: 20, description: 'By department.' }),
      location: t.expose('location', { type: ['FacetValue'], size: 20, description: 'By location.' }),
      expertise: t.expose('expertise', { type: ['FacetValue'], size: 20, description: 'By expertise tag.' }),
    }),
  });
}

function defineMatches(builder: Builder): void {
  builder.enumType('PersonMatchField', { description: 'What of a person matched.', values: personMatchFields });
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
    description: 'Somebody found.',
    access: 'parent',
    fields: (t) => ({
      cursor: t.exposeString('cursor', { description: 'Where they stand, for `after` and `before`.' }),
      node: t.field({ type: 'Person', description: 'Who it is.', resolve: ({ node }) => node.person }),
      matches: t.field({
        type: ['PersonMatch'],
        size: 20,
        description: 'What of them matched, to be highlighted. Empty where an address or a number was typed in full.',
        resolve: ({ node }) => node.matches,
      }),
    }),
  });
}
