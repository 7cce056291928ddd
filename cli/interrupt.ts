/** Resolves when the process is told to stop. Listens from the moment it is called: a stop that comes while something still starts is not lost. */
export const interrupted = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
