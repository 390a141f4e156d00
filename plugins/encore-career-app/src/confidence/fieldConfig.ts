import { FieldColorModeId, FieldConfigProperty, type SetFieldConfigOptionsArgs } from '@grafana/data';
import { t } from '../common/t';
import { commonOptionsBuilder } from '@grafana/ui';

import { type ConfidenceFieldConfig } from './types';

/** All standard options stay; the series colour is blue until it is chosen. */
export const fieldConfig: SetFieldConfigOptionsArgs<ConfidenceFieldConfig> = {
  standardOptions: {
    [FieldConfigProperty.Color]: {
      settings: { byValueSupport: false },
      defaultValue: { mode: FieldColorModeId.Fixed, fixedColor: 'blue' },
    },
  },
  useCustomConfig: (builder) => {
    const drawing = [t('confidence.field.category', 'Lines and bands')];
    const contract = [t('confidence.field.contract', 'Role in the forecast')];
    builder
      .addSliderInput({
        path: 'lineWidth',
        name: t('confidence.field.lineWidth', 'Line width'),
        category: drawing,
        defaultValue: 2,
        settings: { min: 1, max: 6, step: 0.5 },
      })
      .addSliderInput({
        path: 'bandStrength',
        name: t('confidence.field.bandStrength', 'Band strength'),
        description: t('confidence.field.bandStrengthSays', 'Percent of the usual opacity'),
        category: drawing,
        defaultValue: 100,
        settings: { min: 20, max: 160, step: 10 },
      })
      .addRadio({
        path: 'showPoints',
        name: t('confidence.field.points', 'Show points'),
        description: t('confidence.field.pointsSays', 'Auto shows them on a history of fewer than 13 points'),
        category: drawing,
        defaultValue: 'auto',
        settings: {
          options: [
            { value: 'auto', label: t('confidence.auto', 'Auto') },
            { value: 'always', label: t('confidence.always', 'Always') },
            { value: 'never', label: t('confidence.never', 'Never') },
          ],
        },
      })
      .addSelect({
        path: 'role',
        name: t('confidence.field.role', 'Role'),
        description: t('confidence.field.roleSays', 'What this field is, where its name and labels don’t tell'),
        category: contract,
        defaultValue: 'auto',
        hideFromDefaults: true,
        settings: {
          options: [
            { value: 'auto', label: t('confidence.auto', 'Auto') },
            { value: 'actual', label: t('confidence.role.actual', 'What happened') },
            { value: 'mean', label: t('confidence.role.mean', 'Expected value') },
            { value: 'lower', label: t('confidence.role.lower', 'Lower bound') },
            { value: 'upper', label: t('confidence.role.upper', 'Upper bound') },
            { value: 'off', label: t('confidence.role.off', 'Ignore') },
          ],
        },
      })
      .addNumberInput({
        path: 'level',
        name: t('confidence.field.level', 'Level of the bound'),
        description: t('confidence.field.levelSays', 'Percent of outcomes between this bound and its counterpart'),
        category: contract,
        hideFromDefaults: true,
        settings: { min: 1, max: 99.9, placeholder: t('confidence.auto', 'Auto') },
      });
    commonOptionsBuilder.addHideFrom(builder);
  },
};
