/** The clocks of this computer, for whoever is handed one. Times are milliseconds. */
export const clock = {
  now: Date.now,
  monotonic: () => performance.now(),
  after: (ms: number, done: () => void) => {
    const timer = setTimeout(done, ms);
    return () => {
      clearTimeout(timer);
    };
  },
};
