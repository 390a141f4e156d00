import { parseEntry, parseText } from './parseText';

describe('a text field', () => {
  const horizon = { type: 'integer', minimum: 1, maximum: 60 } as const;

  it('gives numbers where a number is asked for', () => {
    expect(parseText('12', horizon)).toEqual({ value: 12 });
    expect(parseText('1.5', { type: 'number' })).toEqual({ value: 1.5 });
  });

  it('lets a variable stand for a number', () => {
    expect(parseText('$horizon', horizon)).toEqual({ value: '$horizon' });
    expect(parseText('[[horizon]]', horizon)).toEqual({ value: '[[horizon]]' });
  });

  it('gives nothing when it is empty, so that the service takes its default', () => {
    expect(parseText('', horizon)).toEqual({});
  });

  it.each(['twelve', '1.5', 'NaN', 'Infinity', '1e999'])('refuses %s for a whole number', (text) => {
    expect(parseText(text, horizon)).toEqual({ problem: 'Enter a number or a variable such as $horizon.' });
  });

  it.each(['0', '61'])('refuses %s outside 1 to 60', (text) => {
    expect(parseText(text, horizon)).toEqual({ problem: 'Enter 1 to 60.' });
  });

  it('keeps text as it is', () => {
    expect(parseText('311', { type: 'string' })).toEqual({ value: '311' });
  });
});

describe('an entry of a list', () => {
  it('is a number where the list takes numbers, unless a variable stands for it', () => {
    const levels = { type: 'array', items: { type: 'number' } } as const;
    expect(['80', '$level', ''].map((text) => parseEntry(text, levels))).toEqual([80, '$level', '']);
    expect(parseEntry('311', { type: 'array', items: { type: 'string' } })).toBe('311');
  });
});
