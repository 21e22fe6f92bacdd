import { readFileSync } from 'node:fs';
import { type GraphQLSchema, parse, validate } from 'graphql';
import { WrongSettings } from '../platform/settings-table.ts';

const setting = 'PARVIS_OPERATIONS_FILES';

/**
 * The operations of a company's own programs, by the ids that they send: JSON files, each an object of texts by id.
 *
 * @throws {WrongSettings} for a file that is none, and an operation that the schema does not take.
 */
export function readOperations(files: readonly string[], schema: GraphQLSchema): Map<string, string> {
  const operations = new Map<string, string>();
  for (const file of files)
    for (const [id, text] of Object.entries(readFile(file))) {
      const problem = problemOf(id, text, operations, schema);
      if (problem) throw new WrongSettings(`${setting}: the operation ${JSON.stringify(id)} of ${file} ${problem}`);
      operations.set(id, text as string);
    }
  return operations;
}

function readFile(file: string): Record<string, unknown> {
  const content = parsed(file);
  if (typeof content === 'object' && content !== null && !Array.isArray(content))
    return content as Record<string, unknown>;
  throw new WrongSettings(`${setting}: ${file} must be a JSON object of operations by id.`);
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new WrongSettings(`${setting}: ${file} cannot be read: ${(error as Error).message}`);
  }
}

function problemOf(
  id: string,
  text: unknown,
  known: ReadonlyMap<string, string>,
  schema: GraphQLSchema,
): string | undefined {
  if (!/^[\w.-]{1,100}$/.test(id)) return 'needs an id of 1 to 100 letters, digits, dots, hyphens and underscores.';
  if (typeof text !== 'string') return 'must be a text.';
  if (known.has(id) && known.get(id) !== text) return 'has the id of another operation.';
  try {
    return validate(schema, parse(text))[0]?.message;
  } catch (error) {
    return (error as Error).message;
  }
}
