/** Waits for a condition, however slow the machine. @throws after `patience` milliseconds. */
export async function until(holds: () => boolean | Promise<boolean>, timeout = 30_000): Promise<void> {
  const end = Date.now() + timeout;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Not so after ${timeout / 1000} s: ${holds}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
