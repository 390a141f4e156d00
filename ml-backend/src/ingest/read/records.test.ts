import fc from 'fast-check';
import { longestRow, RecordReader } from './records.ts';

function parse(pieces: string[], delimiter = ',') {
  const rows: string[][] = [];
  const lines: number[] = [];
  const broken: Array<[number, string]> = [];
  const reader = new RecordReader(delimiter, {
    record: (fields, line) => {
      rows.push(fields);
      lines.push(line);
    },
    broken: (line, _text, reason) => broken.push([line, reason]),
  });
  for (const piece of pieces) reader.push(piece);
  reader.end();
  return { rows, lines, broken };
}

const quote = (field: string): string => (/[",\n\r]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);

describe('rows', () => {
  it('come out as they went in, wherever the text is cut', () => {
    const field = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', '\r\n', ' ', '=') });
    const table = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(table, fc.array(fc.nat(200), { maxLength: 6 }), fc.constantFrom('\n', '\r\n'), (rows, cuts, end) => {
        const text = rows.map((row) => row.map(quote).join(',') + end).join('');
        const at = [0, ...cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b), text.length];
        const pieces = at.slice(1).map((to, i) => text.slice(at[i], to));
        expect(parse(pieces)).toMatchObject({ rows, broken: [] });
      })
    );
  });

  it('keep the number of the line on which they begin', () => {
    const { lines } = parse(['a,b\n"x\ny",2\n\nc,d\n']);
    expect(lines).toEqual([1, 2, 5]);
  });

  it('take a quote inside a field as text', () => {
    expect(parse(['5" disc,x\n']).rows).toEqual([['5" disc', 'x']]);
  });

  it('go on after a quote that never closes', () => {
    const { rows, broken } = parse(['a,b\n1,"open\n2,fine\n3,fine\n']);
    expect(broken).toEqual([[2, expect.stringContaining('never closed')]]);
    expect(rows).toEqual([
      ['a', 'b'],
      ['2', 'fine'],
      ['3', 'fine'],
    ]);
  });

  it('go on after text behind a closing quote', () => {
    const { rows, broken } = parse(['"a"b,c\n1,2\n']);
    expect(broken).toEqual([[1, expect.stringContaining('follows a closing quote')]]);
    expect(rows).toEqual([['1', '2']]);
  });

  it('keep quotes of tab-separated files that are part of a title', () => {
    expect(parse(['"Heroes" live\t1\n"Heroes"\t2\n"open\t3\n'], '\t').rows).toEqual([
      ['"Heroes" live', '1'],
      ['Heroes', '2'],
      ['"open', '3'],
    ]);
  });

  it('hold no more than one long row', () => {
    const piece = 'x'.repeat(100_000);
    const { rows, broken } = parse(['a,b\n', ...Array.from({ length: 30 }, () => piece), '\n1,2\n']);
    expect(broken).toEqual([[2, expect.stringContaining(longestRow.toLocaleString('en'))]]);
    expect(rows).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });
});
