/** What a module does beside requests and jobs, as long as the server runs. */
export interface Background {
  /** @throws where it cannot be done: then the server does not start. */
  start(): Promise<void>;
  /** Begins nothing new, and lets what is under way end within `grace` milliseconds. */
  stop(grace: number): Promise<void>;
  /** Ends what jobs needed. They have ended before. */
  close(): Promise<void>;
}
