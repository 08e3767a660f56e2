// @ts-check

/**
 * The longest of a time in which something went on, in milliseconds.
 * @typedef {object} Longest
 * @property {number} frame between two frames of the window
 * @property {number} operation until main answered the window's simplest question
 * @property {number} click until the window showed what a click did; 16 where it was quicker than the browser tells
 */

/**
 * Runs in the window: begins to measure, until `stopMeasuring` is called.
 */
export function startMeasuring() {
  const { bridge } = /** @type {any} */ (globalThis);
  const longest = { frame: 0, operation: 0, click: 16 };
  let isOver = false;
  let lastMs = performance.now();
  const frame = (/** @type {number} */ nowMs) => {
    longest.frame = Math.max(longest.frame, nowMs - lastMs);
    lastMs = nowMs;
    if (!isOver) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  const ask = async () => {
    while (!isOver) {
      const askedMs = performance.now();
      await bridge.getStartState({});
      longest.operation = Math.max(longest.operation, performance.now() - askedMs);
      await new Promise((resolve) => setTimeout(resolve, 4));
    }
  };
  const asking = ask();
  // The Event Timing API: from the input to the next picture. @see https://w3c.github.io/event-timing/
  const clicks = new PerformanceObserver((seen) => {
    for (const { name, duration } of seen.getEntries())
      if (name === 'click') longest.click = Math.max(longest.click, duration);
  });
  clicks.observe(/** @type {PerformanceObserverInit} */ ({ type: 'event', durationThreshold: 16 }));
  Object.assign(globalThis, {
    stopMeasuring: async () => {
      await new Promise((resolve) => setTimeout(resolve, 100)); // the last click is told after its picture
      isOver = true;
      clicks.disconnect();
      await asking;
      return longest;
    },
  });
}
