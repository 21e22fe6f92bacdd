import { Refusal } from '../platform/refusal.ts';
import { UsageError } from './usage-error.ts';
import { print } from './terminal.ts';
import { withApp } from './with-app.ts';

export async function setPageTitle(page: string, title: string): Promise<void> {
  const set = withApp(({ services }) => services.subjects.setTitle(null, page, title), { create: false });
  const { key, title: now } = await set.catch((error: unknown) => {
    throw error instanceof Refusal ? new UsageError(error.message) : error;
  });
  print(now === null ? `${key} has its own title again\n` : `${key} has the title “${now}”\n`);
}
