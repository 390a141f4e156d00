/**
 * What a stage of the tests found.
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string[]} remarks  one line each: why something was skipped
 * @property {string} output  shown whole when something failed
 */

/** @returns {Outcome} */
export const nothing = () => ({ passed: 0, failed: 0, skipped: 0, remarks: [], output: '' });

/**
 * @param {string} remark
 * @param {number} [count]
 * @returns {Outcome}
 */
export const skip = (remark, count = 1) => ({ ...nothing(), skipped: count, remarks: [remark] });

/**
 * @param {Outcome[]} outcomes
 * @returns {Outcome}
 */
export function sum(outcomes) {
  return outcomes.reduce(
    (all, one) => ({
      passed: all.passed + one.passed,
      failed: all.failed + one.failed,
      skipped: all.skipped + one.skipped,
      remarks: [...all.remarks, ...one.remarks],
      output: all.output + (one.failed > 0 ? one.output : ''),
    }),
    nothing()
  );
}

/**
 * Was something skipped that need not have been?
 * @param {Outcome} outcome
 * @param {(remark: string) => boolean} [mayBe]  remarks of what a machine need not have; none where left out
 */
export const skipsTooMuch = ({ skipped, remarks }, mayBe) => skipped > 0 && !(mayBe && remarks.every(mayBe));

/** @param {Outcome} outcome */
export const counts = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`;
