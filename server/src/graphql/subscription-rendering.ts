import { type DocumentNode, execute, executeSync, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import type { LoggedEvent, ParvisEvent } from '../events/event.ts';
import type { Audience } from '../platform/audience.ts';
import type { EventRendering, Rendered } from '../events/event-rendering.ts';
import type { Refusal } from '../platform/refusal.ts';
import type { GraphQLContext } from './context.ts';
import type { ErrorMask } from './error-mask.ts';
import type { GlobalId } from '../platform/ids.ts';

/** What the root field of a subscription answers from. */
export type StreamMessage =
  | { type: 'Subscribed'; cursor: string; topics: readonly GlobalId[] }
  | { type: 'Resync'; cursor: string }
  | { type: 'Happened'; cursor: string; logged: LoggedEvent };

export interface RenderingParts {
  schema: GraphQLSchema;
  mask: ErrorMask;
  /** For a reader who is in some audiences, and has no rights of their own. */
  createContext: (audiences: readonly Audience[]) => GraphQLContext;
}

const mostKept = 256;

/** Tells events by a GraphQL document, for all readers who sent the same. */
export class SubscriptionRendering implements EventRendering {
  readonly key: string;
  readonly #parts: RenderingParts;
  readonly #document: DocumentNode;
  readonly #variables: Record<string, unknown>;
  readonly #compiled: CompiledQuery | null;
  /** What is rendered, by cursor and subject, so that those who come back all at once share it. */
  readonly #rendered = new LRUCache<string, Promise<Rendered>>({ max: mostKept });

  constructor(key: string, document: DocumentNode, variables: Record<string, unknown>, parts: RenderingParts) {
    this.key = key;
    this.#document = document;
    this.#variables = variables;
    this.#parts = parts;
    const compiled = compileQuery(parts.schema, document, undefined, { disableLeafSerialization: true });
    this.#compiled = isCompiledQuery(compiled) ? compiled : null;
  }

  render(events: readonly LoggedEvent[]): Promise<Rendered[]> {
    const contexts = new Map<string, GraphQLContext>();
    // Each as somebody reads it who is in its audiences and no others.
    const contextOf = ({ audiences = [] }: ParvisEvent): GraphQLContext => {
      const key = audiences.join(' ');
      let context = contexts.get(key);
      if (!context) contexts.set(key, (context = this.#parts.createContext(audiences)));
      return context;
    };
    return Promise.all(
      events.map((logged) => {
        // A personal event is another one for each person.
        const key = `${logged.cursor} ${logged.event.subject}`;
        let rendered = this.#rendered.get(key);
        if (!rendered) this.#rendered.set(key, (rendered = this.#render(logged, contextOf(logged.event))));
        return rendered;
      }),
    );
  }

  forget(): void {
    this.#rendered.clear();
  }

  subscribed(cursor: string, topics: readonly GlobalId[]): Buffer {
    return this.#now({ type: 'Subscribed', cursor, topics });
  }

  resync(cursor: string): Buffer {
    return this.#now({ type: 'Resync', cursor });
  }

  refused(refusal: Refusal): Buffer {
    return frame(null, { errors: [this.#parts.mask.mask(refusal, '')] });
  }

  async #render(logged: LoggedEvent, context: GraphQLContext): Promise<Rendered> {
    const { cursor } = logged;
    try {
      const result = await this.#execute({ type: 'Happened', cursor, logged }, context);
      if (result.data && Object.values(result.data)[0] != null) return frame(cursor, this.#masked(result, context));
      // Nobody but those who may see more than everybody can see what it is about.
      if (result.errors?.every((error) => this.#parts.mask.isRefusal(error))) return null;
      this.#masked(result, context);
    } catch (error) {
      this.#parts.mask.mask(error, context.requestId);
    }
    return 'failed';
  }

  async #execute(rootValue: StreamMessage, contextValue: GraphQLContext): Promise<ExecutionResult> {
    if (this.#compiled)
      return (await this.#compiled.query(rootValue, contextValue, this.#variables)) as ExecutionResult;
    return execute({
      schema: this.#parts.schema,
      document: this.#document,
      rootValue,
      contextValue,
      variableValues: this.#variables,
    });
  }

  /** What needs nothing to be read. */
  #now(rootValue: StreamMessage): Buffer {
    const contextValue = this.#parts.createContext([]);
    const { schema } = this.#parts;
    const variableValues = this.#variables;
    const result = executeSync({ schema, document: this.#document, rootValue, contextValue, variableValues });
    return frame(rootValue.cursor, this.#masked(result, contextValue));
  }

  #masked(result: ExecutionResult, { requestId }: GraphQLContext): ExecutionResult {
    if (!result.errors) return result;
    return { ...result, errors: result.errors.map((error) => this.#parts.mask.mask(error, requestId)) };
  }
}

function frame(cursor: string | null, result: object): Buffer {
  return Buffer.from(`${cursor === null ? '' : `id: ${cursor}\n`}event: next\ndata: ${JSON.stringify(result)}\n\n`);
}
