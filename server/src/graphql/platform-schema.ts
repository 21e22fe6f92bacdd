import type { Builder } from './builder.ts';
import { definePageInfo } from './connection-type.ts';
import { defineNode } from './node.ts';
import { defineScalars } from './scalars.ts';
import { defineSettings, type PublicSettings } from './settings-schema.ts';
import { defineUserError } from './user-error.ts';

/** What all modules share. Comes before any of theirs. */
export function definePlatformSchema(builder: Builder, settings: PublicSettings): void {
  builder.queryType({ description: 'Everything that can be read.' });
  builder.mutationType({ description: 'Everything that can be written. Expected errors are in `userErrors`.' });
  builder.subscriptionType({ description: 'Live events, as server-sent events.' });
  defineScalars(builder);
  definePageInfo(builder);
  defineUserError(builder);
  defineNode(builder);
  defineSettings(builder, settings);
}
