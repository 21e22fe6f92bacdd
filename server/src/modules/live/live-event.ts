import type { FieldMap, SchemaTypes } from '@pothos/core';
import type { Builder, BuilderTypesOf, SchemaInterfaces, SchemaObjects } from '../../graphql/builder.ts';
import type { StreamMessage } from '../../graphql/subscription-rendering.ts';

/** The source object of the GraphQL type of an event. */
export type Happened = Extract<StreamMessage, { type: 'Happened' }>;

type FieldBuilder<Types extends SchemaTypes> = PothosSchemaTypes.ObjectFieldBuilder<Types, Happened>;

/** One type of event, as clients get it. None of its fields may depend on the viewer. */
export interface LiveEvent {
  readonly description: string;
  /** The field with the subject of the event. */
  readonly field?: string;
  readonly fieldType?: keyof (SchemaObjects & SchemaInterfaces);
  readonly fieldDescription?: string;
  /** Whether many events of one subject in a short time are published as one, which then lists the people. */
  readonly gather?: boolean;
  /** Further fields. */
  readonly fields?: (t: FieldBuilder<BuilderTypesOf<Builder>>) => FieldMap;
}
