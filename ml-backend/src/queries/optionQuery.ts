import { Type } from 'typebox';
import { frame, noData, stringField, tableMeta } from '../frames/frame.ts';
import { loadOptions } from './choices.ts';
import type { OptionList } from './choices.ts';
import { artistsParam, limitParam, searchParam } from './params.ts';
import { defineQuery } from './type.ts';
import type { QueryType } from './type.ts';

interface Told {
  list: Exclude<OptionList, 'artists' | 'metrics'>;
  title: string;
  help: string;
  /** What a row's description says. */
  description: string;
  /** What to do when there are none. */
  none: string;
}

/** A query type that lists choices, as template variables take them. */
export const optionQuery = ({ list, title, help, description, none }: Told): QueryType =>
  defineQuery({
    name: list,
    title,
    help,
    formats: ['table'],
    params: Type.Object(
      { artists: artistsParam, search: searchParam, limit: limitParam(500) },
      { additionalProperties: false }
    ),
    frames: [
      {
        name: list,
        says: 'one row each, by name; of more than the limit those that are used most',
        fields: [
          { name: 'text', type: 'string', says: 'the name to show' },
          { name: 'value', type: 'string', says: 'what the parameters of other queries take' },
          { name: 'description', type: 'string', says: description },
        ],
      },
    ],
    async run({ params, read, asOf }) {
      const options = await read((tx) => loadOptions(tx, list, { ...params, asOf }));
      if (options.length === 0) return [noData(list, [{ severity: 'info', text: none }])];
      const fields = [
        stringField(
          'text',
          options.map(({ text }) => text),
          { nullable: false }
        ),
        stringField(
          'value',
          options.map(({ value }) => value),
          { nullable: false }
        ),
        stringField(
          'description',
          options.map((option) => option.description ?? null)
        ),
      ];
      return [frame(list, fields, tableMeta)];
    },
  });
