/** What the keys that write nothing are called on the wire (W3C WebDriver, 17.4.2). */
const codes: Record<string, string> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Escape: '\uE00C',
  Space: ' ',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

type Action = Record<string, unknown>;

/** A session of a browser that speaks WebDriver: the commands that tests of host pages need. */
export class WebDriverSession {
  readonly #address: string;

  constructor(address: string) {
    this.#address = address;
  }

  static async start(driver: string, capabilities: object): Promise<WebDriverSession> {
    const { sessionId } = (await send('POST', `${driver}/session`, {
      capabilities: { alwaysMatch: capabilities },
    })) as { sessionId: string };
    return new WebDriverSession(`${driver}/session/${sessionId}`);
  }

  /** The window that commands go to. */
  async window(): Promise<string> {
    return (await send('GET', `${this.#address}/window`)) as string;
  }

  /** Not a tab: one that is behind another takes no clicks. */
  async newWindow(): Promise<string> {
    return ((await this.#post('window/new', { type: 'window' })) as { handle: string }).handle;
  }

  async switchTo(handle: string): Promise<void> {
    await this.#post('window', { handle });
  }

  async closeWindow(): Promise<void> {
    await send('DELETE', `${this.#address}/window`);
  }

  async goto(url: string): Promise<void> {
    await this.#post('url', { url });
  }

  evaluate(expression: string): Promise<unknown> {
    return this.#post('execute/sync', { script: `return (${expression});`, args: [] });
  }

  async resize(width: number, height: number): Promise<void> {
    await this.#post('window/rect', { width, height });
  }

  async click(x: number, y: number): Promise<void> {
    const actions: Action[] = [
      { type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y), origin: 'viewport' },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    await this.#act({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });
  }

  /** Presses keys together. */
  async press(...names: string[]): Promise<void> {
    const keys = names.map((name) => codes[name] ?? name);
    const down = keys.map((value) => ({ type: 'keyDown', value }));
    const up = keys.toReversed().map((value) => ({ type: 'keyUp', value }));
    await this.#keys([...down, ...up]);
  }

  /** Presses one key after the other. */
  async type(text: string): Promise<void> {
    const strokes = [...text].flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    await this.#keys(strokes);
  }

  async end(): Promise<void> {
    await send('DELETE', this.#address);
  }

  #keys(actions: Action[]): Promise<void> {
    return this.#act({ type: 'key', id: 'keyboard', actions });
  }

  async #act(source: Action): Promise<void> {
    await this.#post('actions', { actions: [source] });
  }

  #post(command: string, body: object): Promise<unknown> {
    return send('POST', `${this.#address}/${command}`, body);
  }
}

/** A browser that answers nothing must not keep the tests of other pages waiting. */
const timeout = 60_000;

async function send(method: string, address: string, body?: object): Promise<unknown> {
  const response = await fetch(address, {
    method,
    signal: AbortSignal.timeout(timeout),
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const { value } = (await response.json()) as { value: { error?: string; message?: string } | null };
  if (response.ok) return value;
  throw new Error(`${new URL(address).pathname}: ${value?.error ?? response.status}: ${value?.message ?? ''}`);
}
