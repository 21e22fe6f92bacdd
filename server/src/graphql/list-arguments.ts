import { Refusal } from '../platform/refusal.ts';

/** How long a list may be that somebody gives, where its field does not say otherwise. */
const mostValues = 100;

interface InputType {
  kind: string;
  ref?: unknown;
  type?: unknown;
}

interface InputConfig {
  type: unknown;
}

interface InputTypes {
  /** The fields of an input object. */
  getInputTypeFieldConfigs(ref: never): Record<string, InputConfig>;
}

type Rule = (args: object) => void;

/**
 * Refuses lists that are too long among the arguments of a field, in its input objects too; null for a field that takes
 * none.
 */
export function listArgumentRule(args: Record<string, InputConfig>, types: InputTypes, size = mostValues): Rule | null {
  const rules = Object.entries(args).flatMap(([name, { type }]) => ruleOf(name, type as InputType, types, size));
  if (rules.length === 0) return null;
  return (given) => {
    for (const rule of rules) rule(given);
  };
}

function ruleOf(name: string, type: InputType, types: InputTypes, size: number): Rule[] {
  const valueOf = (given: object) => (given as Record<string, unknown>)[name];
  if (type.kind === 'List') {
    return [
      (given) => {
        const values = valueOf(given);
        if (Array.isArray(values) && values.length > size)
          throw new Refusal('INVALID', `\`${name}\` takes ${size} values at most, not ${values.length}.`, [name]);
      },
    ];
  }
  if (type.kind !== 'InputObject') return [];
  const inner = listArgumentRule(types.getInputTypeFieldConfigs(type.ref as never), types, size);
  if (!inner) return [];
  return [
    (given) => {
      const value = valueOf(given);
      if (typeof value === 'object' && value !== null) inner(value);
    },
  ];
}
