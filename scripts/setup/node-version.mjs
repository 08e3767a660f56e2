// @ts-check

/** The oldest Node that runs the build and the tests: `require(esm)` came with 20.19. Same as `engines` in package.json. */
export const OLDEST_NODE = [20, 19];

/**
 * A sentence for a Node that is too old, or null. Kept to syntax that old Nodes can parse.
 * @param {string} version as in `process.versions.node`
 * @returns {string | null}
 */
export function whyNodeIsTooOld(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return null;
  return `Countersign needs Node ${OLDEST_NODE.join('.')} or newer, and this is Node ${version}: install a newer one and try again.`;
}
