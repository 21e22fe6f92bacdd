import { sendKeys } from '@web/test-runner-commands';

/** Presses a key, or keys together: `Control+Enter`. */
export async function press(keys: string, times = 1): Promise<void> {
  const parts = keys.split('+');
  const modifiers = parts.slice(0, -1);
  for (const key of modifiers) await sendKeys({ down: key });
  for (let i = 0; i < times; i++) await sendKeys({ press: parts.at(-1)! });
  for (const key of modifiers.reverse()) await sendKeys({ up: key });
}

/** Types with the keyboard, key by key. */
export const type = (text: string): Promise<void> => sendKeys({ type: text });
