/** A tab of some browser: the few things that a person does with one, and what a test wants to know. */
export interface BrowserTab {
  goto(address: string): Promise<void>;
  /** The value of an expression in the page. It is not waited for. */
  evaluate(expression: string): Promise<unknown>;
  /** Where, in CSS pixels of the window. */
  click(x: number, y: number): Promise<void>;
  /** Presses a key, or keys together: `Control+Enter`. */
  press(keys: string): Promise<void>;
  /** Types with the keyboard, key by key. */
  type(text: string): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  /** What the browser itself says in the console, as far as it tells us. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** A browser that runs. */
export interface RunningBrowser {
  open(): Promise<BrowserTab>;
  close(): Promise<void>;
  /** Ends it whatever it does: what is asked of it fails from now on. */
  kill(): Promise<void>;
}

export type EngineName = 'Chromium' | 'Firefox' | 'WebKit';

/** A browser that may be had here. */
export interface Engine {
  readonly name: EngineName;
  /** Why it cannot be had, and what to do. */
  readonly missing: string | undefined;
  /** How many tabs of it may work at once. */
  readonly atOnce: number;
  launch(): Promise<RunningBrowser>;
}
