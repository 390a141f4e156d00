import { countFigures, isDisk } from './faults.mjs';
import { countEvents } from './go.mjs';
import { outcomeOf } from './jest.mjs';
import { skip, skipsTooMuch, sum } from './outcome.mjs';

describe('the counts of a test run', () => {
  const jestReport = {
    numPassedTests: 3,
    numFailedTests: 0,
    numPendingTests: 1,
    numTodoTests: 0,
    numRuntimeErrorTestSuites: 0,
    testResults: [
      { name: '/x/a.test.ts', assertionResults: [{ status: 'pending', fullName: 'reads the real career' }] },
    ],
  };

  it('name what jest skipped', () => {
    expect(outcomeOf(jestReport, '', 0)).toMatchObject({
      passed: 3,
      failed: 0,
      skipped: 1,
      remarks: ['/x/a.test.ts: reads the real career'],
    });
  });

  it('take a file that jest could not run for a failure', () => {
    expect(outcomeOf({ ...jestReport, numRuntimeErrorTestSuites: 1 }, '', 1).failed).toBe(1);
  });

  it('take a jest that ends badly with all tests passed for a failure', () => {
    expect(outcomeOf(jestReport, '', 1).failed).toBe(1);
  });

  it('hold every Go test, and its output when one fails', () => {
    const events = [
      { Action: 'pass', Package: 'p', Test: 'TestA' },
      { Action: 'output', Package: 'p', Test: 'TestB', Output: 'want 1, got 2\n' },
      { Action: 'fail', Package: 'p', Test: 'TestB' },
      { Action: 'skip', Package: 'p', Test: 'TestC' },
      { Action: 'fail', Package: 'p' },
    ];
    const counted = countEvents(events, 1, 'raw');
    expect(counted).toMatchObject({ passed: 1, failed: 1, skipped: 1, remarks: ['Go: TestC'] });
    expect(counted.output).toContain('want 1, got 2');
  });

  it('take a Go package that does not compile for a failure, and show why', () => {
    expect(countEvents([], 2, 'undefined: foo')).toMatchObject({ failed: 1, output: expect.stringContaining('foo') });
  });

  it('hold every figure that has a floor, and what this machine cannot do', () => {
    const out =
      'kill.lost 0 rows <=0 ok\nkill.cut_off 3 imports - -\ndisk skipped: nobody may mount\nkill.half 1 x <=0 FAIL\n';
    expect(countFigures(out, 1, 'all')).toMatchObject({
      passed: 1,
      failed: 1,
      skipped: 1,
      remarks: ['faults: disk: nobody may mount'],
    });
  });

  it('let the disk that nobody may mount go, and no other fault', () => {
    const faults = (/** @type {string[]} */ ...names) =>
      countFigures(names.map((name) => `${name} skipped: no`).join('\n'), 0, '');
    expect(skipsTooMuch(faults('disk'), isDisk)).toBe(false);
    expect(skipsTooMuch(faults('kill'), isDisk)).toBe(true);
    expect(skipsTooMuch(faults('disk', 'outage'), isDisk)).toBe(true);
    expect(skipsTooMuch(skip('start: no network'))).toBe(true);
    expect(skipsTooMuch(faults(), undefined)).toBe(false);
  });

  it('take faults that break off for a failure', () => {
    expect(countFigures('', 1, 'Error')).toMatchObject({
      passed: 0,
      failed: 1,
      output: expect.stringContaining('Error'),
    });
  });

  it('show the output of failed parts alone', () => {
    const good = { passed: 1, failed: 0, skipped: 0, remarks: [], output: 'fine' };
    const bad = { ...good, failed: 1, output: 'broken' };
    expect(sum([good, bad])).toMatchObject({ passed: 2, failed: 1, output: 'broken' });
  });
});
