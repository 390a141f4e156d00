import { dateTime, type TimeRange } from '@grafana/data';
import { act, renderHook } from '@testing-library/react';
import { useRange } from './useRange';
import { type Range } from './types';

function rangeOf({ from, to }: Range): TimeRange {
  const raw = { from: dateTime(from), to: dateTime(to) };
  return { ...raw, raw };
}

const decade = { from: 0, to: 1e12 };
const year = { from: 4e11, to: 5e11 };
const month = { from: 4.1e11, to: 4.2e11 };

/** The hook in a dashboard that takes every range that it is asked for. */
function inDashboard() {
  let asked: Range = decade;
  const { result, rerender } = renderHook(({ range }) => useRange(rangeOf(range), (next) => (asked = next)), {
    initialProps: { range: decade },
  });
  const follow = (range = asked) => rerender({ range });
  return { result, follow };
}

describe('useRange', () => {
  it('remembers where the zooming began, over several zooms', () => {
    const { result, follow } = inDashboard();
    expect(result.current.home).toBeNull();
    act(() => result.current.commit(year));
    follow();
    act(() => result.current.commit(month));
    follow();
    expect(result.current.range).toEqual(month);
    expect(result.current.home).toEqual(decade);
    act(() => result.current.reset(result.current.home!));
    follow();
    expect(result.current.range).toEqual(decade);
    expect(result.current.home).toBeNull();
  });

  it('forgets it when somebody else changes the range', () => {
    const { result, follow } = inDashboard();
    act(() => result.current.commit(year));
    follow();
    follow(month);
    expect(result.current.home).toBeNull();
    act(() => result.current.commit(year));
    follow();
    expect(result.current.home).toEqual(month);
  });
});
