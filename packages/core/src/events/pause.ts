/** Waits for as many ms; less when the network comes back, when somebody looks at the page again, or when `signal` ends it. */
export function pause(delay: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const over = new AbortController();
    const end = () => {
      clearTimeout(timer);
      over.abort();
      resolve();
    };
    const timer = setTimeout(end, delay);
    const options = { signal: over.signal };
    addEventListener('online', end, options);
    document.addEventListener('visibilitychange', () => document.hidden || end(), options);
    signal?.addEventListener('abort', end, options);
  });
}
