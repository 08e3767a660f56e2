// @ts-check

/**
 * Two things measured in turns in one run. Only their ratio says something: the times are this machine's.
 * @typedef {object} Comparison
 * @property {string} what
 * @property {number} oursMs median
 * @property {number} theirsMs median
 * @property {number} runs of each
 * @property {number} limit what the ratio may be at most
 */

/**
 * @param {Comparison} comparison
 * @returns {number} with three digits
 */
export function ratioOf({ oursMs, theirsMs }) {
  return Math.round((oursMs / theirsMs) * 1000) / 1000;
}

/**
 * @param {Comparison} comparison
 * @returns {boolean}
 */
export function isWithinLimit(comparison) {
  return ratioOf(comparison) <= comparison.limit;
}

/**
 * A table for a person.
 * @param {readonly Comparison[]} comparisons
 * @returns {string}
 */
export function viewComparisons(comparisons) {
  const rows = comparisons.map((comparison) => [
    comparison.what,
    `${comparison.oursMs.toFixed(1)} ms`,
    `${comparison.theirsMs.toFixed(1)} ms`,
    ratioOf(comparison).toFixed(3),
    comparison.limit.toFixed(2),
    String(comparison.runs),
    isWithinLimit(comparison) ? 'kept' : 'missed',
  ]);
  const table = [['measured', 'ours', 'theirs', 'ratio', 'limit', 'runs', ''], ...rows];
  const widths =
    table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  return table
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
