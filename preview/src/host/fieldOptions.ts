import {
  booleanOverrideProcessor,
  dataLinksOverrideProcessor,
  displayNameOverrideProcessor,
  FieldConfigProperty,
  identityOverrideProcessor,
  numberOverrideProcessor,
  standardEditorsRegistry,
  standardFieldConfigEditorRegistry,
  standardTransformers,
  standardTransformersRegistry,
  stringOverrideProcessor,
  thresholdsOverrideProcessor,
  unitOverrideProcessor,
  valueMappingsOverrideProcessor,
  type FieldConfigPropertyItem,
  type TransformerRegistryItem,
} from '@grafana/data';
import { forRegistry } from './releases.ts';

type Process = FieldConfigPropertyItem['process'];

/** Every standard option of a field and how a dashboard's value for it is read. */
const processors: Array<[FieldConfigProperty, Process]> = [
  [FieldConfigProperty.DisplayName, displayNameOverrideProcessor],
  [FieldConfigProperty.Unit, unitOverrideProcessor],
  [FieldConfigProperty.Min, numberOverrideProcessor],
  [FieldConfigProperty.Max, numberOverrideProcessor],
  [FieldConfigProperty.FieldMinMax, booleanOverrideProcessor],
  [FieldConfigProperty.Decimals, numberOverrideProcessor],
  [FieldConfigProperty.NoValue, stringOverrideProcessor],
  [FieldConfigProperty.Color, identityOverrideProcessor],
  [FieldConfigProperty.Mappings, valueMappingsOverrideProcessor],
  [FieldConfigProperty.Thresholds, thresholdsOverrideProcessor],
  [FieldConfigProperty.Links, dataLinksOverrideProcessor],
  [FieldConfigProperty.Filterable, booleanOverrideProcessor],
];

/** The editors that option builders name; the preview shows panels and edits none, so all of them are empty. */
const editors =
  'number slider text strings select multi-select radio boolean color fieldColor unit timezone field-name ' +
  'dashboard-uid stats-picker links actions mappings thresholds value-mapping';

const nothing = () => null;

/** Fills the registries of `@grafana/data` that panels, overrides and transformations look into. */
export function fillRegistries(): void {
  standardEditorsRegistry.setInit(() => editors.split(' ').map((id) => ({ id, name: id, editor: nothing })));
  standardFieldConfigEditorRegistry.setInit(() =>
    processors.map(([id, process]) => ({
      id,
      path: id,
      name: id,
      editor: nothing,
      override: nothing,
      process,
      shouldApply: () => true,
    }))
  );
  // Some transformers are listed under two names, and the registry takes an id once.
  const byId = new Map(Object.values(standardTransformers).map((transformer) => [transformer.id, transformer]));
  standardTransformersRegistry.setInit(() =>
    [...byId.values()].map(
      (transformation): TransformerRegistryItem => ({
        id: transformation.id,
        name: transformation.name,
        transformation: forRegistry(transformation),
        editor: nothing,
        imageDark: '',
        imageLight: '',
      })
    )
  );
}
