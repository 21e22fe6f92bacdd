import { readBundleRecord } from '../../../scripts/bundle-record.js';

/** The file of the bundle that has a module of the widgets in it, as a pattern of addresses, whatever their query is. */
export async function chunkOf(module: string): Promise<RegExp> {
  const bundle = await readBundleRecord();
  const [file] =
    Object.entries(bundle).find(([, { modules }]) => modules.some((id) => id.replaceAll('\\', '/').endsWith(module))) ??
    [];
  if (!file) throw new Error(`No file of the bundle has ${module}.`);
  return new RegExp(`/${file.replace('.', '\\.')}(\\?|$)`);
}
