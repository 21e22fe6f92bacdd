import type { InputFieldBuilder, InputFieldMap, InputShapeFromFields } from '@pothos/core';
import { Refusal, type UserError } from '../platform/refusal.ts';
import type { Access } from './access.ts';
import type { Builder, BuilderTypesOf, SchemaInterfaces, SchemaObjects } from './builder.ts';
import type { GraphQLContext } from './context.ts';

type Outputs = SchemaObjects & SchemaInterfaces;

export interface MutationOptions<Fields extends InputFieldMap, Payload extends Record<string, keyof Outputs & string>> {
  description: string;
  /** Who may call it. Default: everyone; the service decides, and its refusals are in `userErrors`. */
  access?: Access<unknown>;
  /** The fields of its input, beside `idempotencyKey`. */
  input: (t: InputFieldBuilder<BuilderTypesOf<Builder>, 'InputObject'>) => Fields;
  /** The fields of its payload by name, each nullable, beside `userErrors`. */
  payload: Payload;
  /** Calls the service. A `Refusal` that it throws becomes the payload's `userErrors`. */
  resolve: (
    input: InputShapeFromFields<Fields> & { idempotencyKey: string },
    context: GraphQLContext,
  ) => Promise<{ [Field in keyof Payload]: Outputs[Payload[Field]] | null }>;
}

interface PayloadShape {
  values: Record<string, unknown>;
  userErrors: UserError[];
}

/**
 * Defines `name(input: NameInput!): NamePayload!` with its idempotency key, its refusals as data and its rate limit,
 * counted field by field so that aliases and batches gain nothing.
 */
export function defineMutation<Fields extends InputFieldMap, Payload extends Record<string, keyof Outputs & string>>(
  builder: Builder,
  name: string,
  { description, access = 'everyone', input, payload, resolve }: MutationOptions<Fields, Payload>,
): void {
  const typeName = name[0]!.toUpperCase() + name.slice(1);
  const inputType = builder.inputType(`${typeName}Input`, {
    description: `The input of \`${name}\`.`,
    fields: (t) => ({
      idempotencyKey: t.string({
        required: true,
        description:
          '8 to 64 characters. For 24 hours, a repeated write with the same key and viewer is not executed again and gets the same response.',
      }),
      ...input(t),
    }),
  });
  const payloadType = builder.objectRef<PayloadShape>(`${typeName}Payload`).implement({
    description: `The result of \`${name}\`.`,
    access: 'parent',
    fields: (t) => ({
      ...Object.fromEntries(
        Object.entries(payload).map(([field, type]) => [
          field,
          t.field({
            type: type as 'PageInfo',
            nullable: true,
            description: 'Null if the mutation failed: see `userErrors`.',
            resolve: ({ values }) => values[field] as never,
          }),
        ]),
      ),
      userErrors: t.field({
        type: ['UserError'],
        size: 1,
        description: 'Why the mutation failed; empty if it succeeded.',
        resolve: ({ userErrors }) => userErrors,
      }),
    }),
  });
  builder.mutationField(name, (t) =>
    t.field({
      type: payloadType,
      description,
      access,
      args: { input: t.arg({ type: inputType as never, required: true }) },
      resolve: async (_root, args, context): Promise<PayloadShape> => {
        try {
          await context.rateLimit.take(context.caller, name);
          return { values: await resolve((args as { input: never }).input, context), userErrors: [] };
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          context.retryAfter = Math.max(context.retryAfter, error.retryAfter ?? 0);
          return { values: {}, userErrors: [error.toUserError()] };
        } finally {
          context.loaders = context.createLoaders();
        }
      },
    }),
  );
}
