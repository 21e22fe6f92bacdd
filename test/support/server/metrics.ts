/** The samples of `/metrics` by name and labels, as they stand there. */
export async function readMetrics(server: { fetch(path: string): Promise<Response> }): Promise<Record<string, number>> {
  return parseMetrics(await (await server.fetch('/metrics')).text());
}

export function parseMetrics(text: string): Record<string, number> {
  const lines = text.split('\n').filter((line) => line && !line.startsWith('#'));
  return Object.fromEntries(
    lines.map((line) => {
      const space = line.lastIndexOf(' ');
      return [line.slice(0, space), Number(line.slice(space + 1))];
    }),
  );
}
