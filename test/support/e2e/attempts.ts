/** What a page tries; it runs in the page, and knows nothing but its arguments. */
export interface Aim {
  /** Of the API. */
  address: string;
  mutation: string;
  /** A new one for each attempt, by its name: what was written is found by them. */
  variables: Record<string, object>;
}

/**
 * Tries to write by all that a browser sends, and to read. Answers what could be read, by attempt.
 *
 * @param aim - With variables for each of the attempts below.
 */
export async function attempt({ address, mutation, variables }: Aim): Promise<Record<string, string>> {
  const read: Record<string, string> = {};
  const json = (name: string) => JSON.stringify({ query: mutation, variables: variables[name] });
  const pairs = (name: string) => new URLSearchParams({ query: mutation, variables: JSON.stringify(variables[name]) });
  const form = (name: string) => {
    const data = new FormData();
    data.set('operations', json(name));
    data.set('map', '{}');
    for (const [field, value] of pairs(name)) data.set(field, value);
    return data;
  };
  const bodies: Record<string, (name: string) => BodyInit> = {
    json: (name) => new Blob([json(name)], { type: 'application/json' }),
    text: json,
    pairs,
    form,
    untyped: (name) => new Blob([json(name)]),
  };
  const ask = async (name: string, init: RequestInit) => {
    const answer = await fetch(address, { method: 'POST', credentials: 'include', ...init }).catch(() => null);
    read[name] = (await answer?.text().catch(() => '')) ?? '';
  };
  /** Sends a form into a frame, and waits for the answer there. */
  const submit = async (name: string, method: string, enctype: string, fields: Record<string, string>) => {
    const frame = document.createElement('iframe');
    frame.name = name;
    document.body.append(frame);
    const element = Object.assign(document.createElement('form'), { action: address, method, enctype, target: name });
    for (const [field, value] of Object.entries(fields))
      element.append(Object.assign(document.createElement('input'), { name: field, value, type: 'hidden' }));
    document.body.append(element);
    const loaded = new Promise((resolve) => (frame.onload = resolve));
    element.submit();
    await loaded;
  };
  const load = (element: HTMLElement, put: () => void) =>
    new Promise((resolve) => {
      element.onload = element.onerror = resolve;
      put();
    });

  for (const [type, body] of Object.entries(bodies)) {
    await ask(`fetch ${type}`, { body: body(`fetch ${type}`) });
    await ask(`fetch without asking ${type}`, { body: body(`fetch without asking ${type}`), mode: 'no-cors' });
    navigator.sendBeacon(address, body(`beacon ${type}`));
  }
  const typed = { 'content-type': 'application/json' };
  await ask('fetch without asking, typed', {
    body: json('fetch without asking, typed'),
    mode: 'no-cors',
    headers: typed,
  });
  await ask('fetch kept alive', { body: json('fetch kept alive'), keepalive: true });
  await submit('form pairs', 'post', 'application/x-www-form-urlencoded', Object.fromEntries(pairs('form pairs')));
  await submit('form parts', 'post', 'multipart/form-data', { operations: json('form parts'), map: '{}' });
  const text = json('form text');
  await submit('form text', 'post', 'text/plain', { [`${text.slice(0, -1)},"x":"`]: '"}' });
  await submit('form GET', 'get', '', Object.fromEntries(pairs('form GET')));
  const get = (name: string) => `${address}?${pairs(name).toString()}`;
  const image = new Image();
  await load(image, () => (image.src = get('image')));
  const script = document.createElement('script');
  await load(script, () => document.head.append(Object.assign(script, { src: get('script') })));
  await ask('fetch GET', { method: 'GET' });
  const viewer = new URLSearchParams({ query: '{ viewer { person { handle } } }' });
  const answer = await fetch(`${address}?${viewer.toString()}`, { credentials: 'include' }).catch(() => null);
  read['read by GET'] = (await answer?.text()) ?? '';
  const asked = { method: 'POST', headers: typed, body: JSON.stringify({ query: '{ viewer { person { handle } } }' }) };
  const posted = await fetch(address, { ...asked, credentials: 'include' }).catch(() => null);
  read['read by POST'] = (await posted?.text()) ?? '';
  // Nobody hears of the answer to a beacon, but the browser writes down when it was there, or failed.
  const beacons = () => performance.getEntriesByType('resource').filter((entry) => isBeacon(entry)).length;
  const isBeacon = (entry: PerformanceEntry) => (entry as PerformanceResourceTiming).initiatorType === 'beacon';
  while (beacons() < Object.keys(bodies).length) await new Promise((resolve) => setTimeout(resolve, 20));
  return read;
}

const types = ['json', 'text', 'pairs', 'form', 'untyped'];

/** The names of all attempts to write. */
export const writes = [
  ...types.flatMap((type) => [`fetch ${type}`, `fetch without asking ${type}`, `beacon ${type}`]),
  'fetch without asking, typed',
  'fetch kept alive',
  'form pairs',
  'form parts',
  'form text',
  'form GET',
  'image',
  'script',
];
