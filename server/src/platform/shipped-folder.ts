import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * A folder of files that comes with the server: within the package where it is installed from npm, elsewhere in the
 * repository. Without a slash at its end.
 */
export function shippedFolder(inPackage: string, inRepository: string): string {
  const installed = fileURLToPath(new URL(`../../${inPackage}`, import.meta.url));
  return existsSync(installed) ? installed : fileURLToPath(new URL(`../../../${inRepository}`, import.meta.url));
}
