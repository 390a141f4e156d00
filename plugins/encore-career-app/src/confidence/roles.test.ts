import { roleOf } from './roles';

const told = (name: string, labels?: Record<string, string>) => {
  const found = roleOf([name], labels);
  return found && [found.role, found.level];
};

describe('roleOf', () => {
  it.each(['mean', 'Median', 'yhat', 'forecast', 'Expected', 'p50', 'q0.5', 'predicted', 'Expected revenue'])(
    'takes %s as the expected value',
    (name) => expect(told(name)).toEqual(['mean', undefined])
  );

  it.each(['actual', 'value', 'y', 'Observed'])('takes %s as what happened', (name) =>
    expect(told(name)).toEqual(['actual', undefined])
  );

  it.each([
    ['p05', 'lower', 90],
    ['p5', 'lower', 90],
    ['p95', 'upper', 90],
    ['p10', 'lower', 80],
    ['P90', 'upper', 80],
    ['p25', 'lower', 50],
    ['p75', 'upper', 50],
    ['p2_5', 'lower', 95],
    ['p97.5', 'upper', 95],
    ['q0.05', 'lower', 90],
    ['quantile 0.975', 'upper', 95],
    ['lo80', 'lower', 80],
    ['hi80', 'upper', 80],
    ['lo-95', 'lower', 95],
    ['lower_95', 'lower', 95],
    ['Upper 95%', 'upper', 95],
    ['upper0.8', 'upper', 80],
    ['yhat_lower', 'lower', undefined],
    ['yhat_upper', 'upper', undefined],
    ['upr', 'upper', undefined],
  ])('takes %s as the %s bound', (name, role, level) => expect(told(name)).toEqual([role, level]));

  it('reads the level from the label', () => {
    expect(told('lower', { level: '50', artist: 'nova' })).toEqual(['lower', 50]);
    expect(told('upper', { level: '0.95' })).toEqual(['upper', 95]);
    expect(told('upper', { level: '80%' })).toEqual(['upper', 80]);
  });

  it('reads role and quantile from labels where the name says nothing', () => {
    expect(told('Value', { quantile: '0.05' })).toEqual(['lower', 90]);
    expect(told('Value', { quantile: '0.5' })).toEqual(['mean', undefined]);
    expect(told('Value', { bound: 'upper', level: '80' })).toEqual(['upper', 80]);
  });

  it('leaves other names alone', () => {
    expect(['streams', 'Revenue', 'p', 'p101', 'platform 5', 'lowercase'].map((name) => told(name))).toEqual(
      Array(6).fill(undefined)
    );
  });

  it('is unsure of a bound that is one word among many, so that a pair can be asked for', () => {
    expect(roleOf(['high score of the week'])).toMatchObject({ role: 'upper', sure: false });
  });
});
