import type { FieldMap, SchemaTypes } from '@pothos/core';
import type { Builder, BuilderTypesOf, SchemaInterfaces, SchemaObjects } from '../../graphql/builder.ts';
import type { StreamMessage } from '../../graphql/subscription-rendering.ts';

/** What the GraphQL type of an event reads. */
export type Happened = Extract<StreamMessage, { type: 'Happened' }>;

type FieldBuilder<Types extends SchemaTypes> = PothosSchemaTypes.ObjectFieldBuilder<Types, Happened>;

/** One type of event, as its readers get it. Never has anything in it that differs by viewer. */
export interface LiveEvent {
  readonly description: string;
  /** The field of what it is about, the subject of the event. */
  readonly field: string;
  readonly fieldType: keyof (SchemaObjects & SchemaInterfaces);
  readonly fieldDescription: string;
  /** Whether many of one subject in a short time are told as one, which then names the people. */
  readonly gather?: boolean;
  /** What else it tells. */
  readonly fields?: (t: FieldBuilder<BuilderTypesOf<Builder>>) => FieldMap;
}
