import { createDataFrame, FieldType } from '@grafana/data';
import { detectRoles, extraFields } from './roles';

const frame = createDataFrame({
  fields: [
    { name: 'Start Time', type: FieldType.time, values: [1] },
    { name: 'end_time', type: FieldType.time, values: [2] },
    { name: 'seen', type: FieldType.time, values: [3] },
    { name: 'Summary', type: FieldType.string, values: ['x'] },
    { name: 'type', type: FieldType.string, values: ['k'] },
    { name: 'owner team', type: FieldType.string, values: ['t'] },
    { name: 'value', type: FieldType.string, values: ['not a number'] },
  ],
});
const names = (roles: ReturnType<typeof detectRoles>) =>
  Object.fromEntries(Object.entries(roles).map(([key, field]) => [key, field?.name]));

describe('detectRoles', () => {
  it('finds columns by name whatever their case and spelling', () => {
    expect(names(detectRoles(frame))).toEqual({
      time: 'Start Time',
      timeEnd: 'end_time',
      title: 'Summary',
      kind: 'type',
    });
  });

  it('takes a chosen column before a detected one', () => {
    expect(names(detectRoles(frame, { title: 'owner team', time: 'seen' }))).toMatchObject({
      title: 'owner team',
      time: 'seen',
    });
  });

  it('ignores a chosen column of the wrong type', () => {
    expect(names(detectRoles(frame, { value: 'Summary' }))).not.toHaveProperty('value');
  });

  it('falls back to the first time and the first text column', () => {
    const odd = createDataFrame({
      fields: [
        { name: 'when', type: FieldType.time, values: [1] },
        { name: 'what', type: FieldType.string, values: ['x'] },
      ],
    });
    expect(names(detectRoles(odd))).toEqual({ time: 'when', title: 'what' });
  });

  it('leaves every other column for the tooltip', () => {
    const found = detectRoles(frame);
    expect(extraFields(frame, found).map((f) => f.name)).toEqual(['seen', 'owner team', 'value']);
  });
});
