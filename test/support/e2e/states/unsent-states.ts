import type { Stage } from '../stage.ts';
import { statesOf } from './state.ts';

const thread = (subject: string) => `<parvis-comment-thread subject="${subject}"></parvis-comment-thread>`;
const words = 'The shuttle of 5.40 left without us this morning.\n\nCan somebody tell us when the next one leaves?';

/** Writes something that cannot be sent, and waits until it is shown. */
async function writeUnsent(stage: Stage, text = words): Promise<void> {
  const field = stage.find('parvis-composer textarea').first();
  await field.focus();
  await stage.find('parvis-formatting-bar button').first().waitFor();
  await field.fill(text);
  stage.network = 'offline';
  await stage.page.keyboard.press('Control+Enter');
  await stage.find('parvis-unsent li').first().waitFor();
}

/** Changes what is kept, and reads it again. */
async function keptWith(stage: Stage, change: object): Promise<void> {
  await stage.page.evaluate((change) => {
    for (const place of Object.keys(localStorage).filter((key) => key.startsWith('parvis:unsent:'))) {
      const newValue = JSON.stringify({ ...(JSON.parse(localStorage.getItem(place)!) as object), ...change });
      localStorage.setItem(place, newValue);
      dispatchEvent(new StorageEvent('storage', { key: place, newValue }));
    }
  }, change);
}

async function unsentThread(stage: Stage, text?: string): Promise<void> {
  await stage.open(thread(stage.newKey()));
  await writeUnsent(stage, text);
}

export const unsentStates = statesOf('unsent', {
  'in a thread': (stage) => unsentThread(stage),
  'two of them, one long': async (stage) => {
    await unsentThread(stage, Array.from({ length: 12 }, (_, i) => `Line ${i + 1} of a long text.`).join('\n'));
    await stage.find('parvis-composer textarea').first().fill('And a short one.');
    await stage.page.keyboard.press('Control+Enter');
    await stage.find('parvis-unsent li').nth(1).waitFor();
  },
  'on a page without the network': async (stage) => {
    await unsentThread(stage);
    await stage.page.reload();
    await stage.find('parvis-unsent li').first().waitFor();
  },
  'not taken by the server': async (stage) => {
    await unsentThread(stage);
    await keptWith(stage, { refusal: 'LOCKED' });
    await stage.page.getByRole('button', { name: /^Copy|^Copier/ }).waitFor();
  },
  'kept since yesterday': async (stage) => {
    await unsentThread(stage);
    await keptWith(stage, { writtenAt: 0 });
    await stage.page.getByText(/yesterday|hier/).waitFor();
  },
  'taken back beside another text': async (stage) => {
    await unsentThread(stage);
    await stage.find('parvis-composer textarea').first().fill('Something else');
    await stage.page.getByRole('button', { name: /^Edit|^Modifier/ }).click();
    await stage.find('parvis-unsent textarea').waitFor();
  },
  'an answer': async (stage) => {
    const key = stage.newKey();
    await stage.ines.comment(await stage.ines.pageId(key), 'Is the shuttle of 5.40 still running?');
    await stage.open(thread(key));
    await stage.find('button.reply').click();
    await stage.find('.replies textarea:focus').waitFor();
    await stage.find('.replies textarea').fill('It leaves from the south gate.');
    stage.network = 'offline';
    await stage.page.keyboard.press('Control+Enter');
    await stage.find('.replies parvis-unsent li').waitFor();
  },
  'on a wall': async (stage) => {
    const wall = `page:${stage.newKey()}`;
    await stage.ines.addPost(wall, 'Open day on Saturday.');
    await stage.open(`<parvis-activity-wall wall="${wall}"></parvis-activity-wall>`);
    await writeUnsent(stage);
  },
});
