/** For developers alone: it is ten times as large as the rest of the server, so it is loaded when it is first asked for. */
const library = '@graphql-yoga/render-graphiql' as string;

interface Library {
  renderGraphiQL(options: object): string;
}

/** GraphiQL as one page, with all that it needs in it: the page that comes with Yoga loads its code from another host. */
export async function graphiqlPage(options: object = {}): Promise<string> {
  try {
    const { renderGraphiQL } = (await import(library)) as Library;
    return renderGraphiQL(options);
  } catch {
    return `<!doctype html><title>Parvis</title><p>GraphiQL is not installed here: <code>npm install --save-dev ${library}</code></p>`;
  }
}
