import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import type { Construct, Extension, State } from 'micromark-util-types';

/**
 * Addresses written out, `https://…` and `www.…`, as links.
 *
 * The extension tries at each word, and at each try looks for an open bracket through all that stands before: 10,000
 * words after a `[` took it a second. So it is asked where such an address begins and nowhere else. Mail addresses,
 * which could begin anywhere, are found in the text afterwards.
 */
export function autolink(): Extension {
  const { text = {} } = gfmAutolinkLiteral();
  const protocol = only(named(text[104], 'protocolAutolink'), 'http');
  const www = only(named(text[119], 'wwwAutolink'), 'www.');
  return { text: { 72: protocol, 104: protocol, 87: www, 119: www } };
}

function named(constructs: Construct | Construct[] | undefined, name: string): Construct {
  const construct = [constructs ?? []].flat().find((candidate) => candidate.name === name);
  if (!construct) throw new Error(`micromark-extension-gfm-autolink-literal has no ${name} any more.`);
  return construct;
}

/** The same construct, tried before `prefix` alone. */
function only(construct: Construct, prefix: string): Construct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      const isThere: Construct = {
        partial: true,
        tokenize(effects, ok, nok) {
          const letter =
            (index: number): State =>
            (code) => {
              if (code === null || String.fromCodePoint(Math.max(code, 0)).toLowerCase() !== prefix[index])
                return nok(code);
              effects.consume(code);
              return index === prefix.length - 1 ? ok : letter(index + 1);
            };
          return letter(0);
        },
      };
      return effects.check(isThere, construct.tokenize.call(this, effects, ok, nok), nok);
    },
  };
}
