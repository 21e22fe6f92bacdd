import type { Stage } from '../stage.ts';
import { statesOf } from './state.ts';

const tag = '<parvis-bell></parvis-bell>';

/** Inès mentions Paul, who looks at his bell. */
async function told(stage: Stage, count = 1): Promise<void> {
  for (let index = 0; index < count; index++)
    await stage.ines.comment(await stage.ines.pageId(stage.newKey()), `Can you have a look, @paul.lefevre? (${index})`);
  await stage.open(tag);
  await stage.find('[part=count]').waitFor();
}

export const bellStates = statesOf('bell', {
  skeleton: (stage) => stage.openWhile('waiting', tag),
  'something new': (stage) => told(stage),
  'the list': async (stage) => {
    await told(stage, 3);
    await stage.find('[part=bell]').click();
    await stage.find('parvis-notification-list li').first().waitFor();
  },
  error: (stage) => stage.openWhile('broken', tag),
});
