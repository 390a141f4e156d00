import { css } from '@emotion/css';
import {
  FieldType,
  formattedValueToString,
  getDisplayProcessor,
  getFieldDisplayName,
  PanelPlugin,
  PluginType,
  type DataFrame,
  type Field,
  type GrafanaTheme2,
  type PanelProps,
} from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { notices } from './notices.ts';

/** More rows than this are in Grafana only; the note under the table says so. */
const maxRows = 100;

/**
 * A panel for a visualization that only Grafana itself has: it lists the panel's frames.
 * @param id  the core panel's id, such as `timeseries`
 */
export function standIn(id: string): PanelPlugin {
  const plugin = new PanelPlugin((props: PanelProps) => <StandIn kind={id} {...props} />);
  const logos = { small: '', large: '' };
  const info = {
    author: { name: 'Grafana' },
    description: '',
    links: [],
    logos,
    screenshots: [],
    updated: '',
    version: '',
  };
  plugin.meta = { id, name: id, type: PluginType.panel, info, module: '', baseUrl: '', sort: 100 };
  return plugin.useFieldConfig();
}

function StandIn({ kind, data }: PanelProps & { kind: string }) {
  const styles = useStyles2(getStyles);
  const frames = data.series.filter(({ fields }) => fields.length > 0);
  const words = [...(data.errors ?? []).map(({ message }) => message), ...notices(data.series)];
  return (
    <div className={styles.box} data-testid="stand-in">
      {words.map((text) => (
        <div key={text} className={styles.word}>
          {text}
        </div>
      ))}
      <div className={styles.scroll} tabIndex={0} role="region" aria-label="Rows">
        {frames.map((frame, index) => (
          <FrameTable key={index} frame={frame} frames={frames} latestFirst={kind === 'timeseries'} />
        ))}
        {frames.length === 0 && <div className={styles.empty}>Nothing in this time.</div>}
      </div>
      <div className={styles.note}>
        {kind.endsWith('-panel') ? (
          `The plugin ${kind} is not built; run: npm run build`
        ) : (
          <>
            <span className={styles.pill}>drawn by Grafana</span> as {names[kind] ?? kind}
          </>
        )}
      </div>
    </div>
  );
}

interface FrameTableProps {
  frame: DataFrame;
  frames: DataFrame[];
  /** A chart's rows ascend in time; in a table the latest are what a reader looks for. */
  latestFirst: boolean;
}

function FrameTable({ frame, frames, latestFirst }: FrameTableProps) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const fields = frame.fields.filter(({ config }) => !(config.custom as { hidden?: boolean } | undefined)?.hidden);
  const order = Array.from({ length: frame.length }, (_, row) => row);
  const rows = (latestFirst ? order.reverse() : order).slice(0, maxRows);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {fields.map((field, column) => (
            <th key={column} className={isNumber(field) ? styles.number : undefined} scope="col">
              {getFieldDisplayName(field, frame, frames)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row}>
            {fields.map((field, column) => (
              <td key={column} className={isNumber(field) ? styles.number : undefined} title={cell(field, row, theme)}>
                {cell(field, row, theme)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function cell(field: Field, row: number, theme: GrafanaTheme2): string {
  const value: unknown = field.values[row];
  if (value === null || value === undefined) {
    return '';
  }
  const display = field.display ?? getDisplayProcessor({ field, theme, timeZone: 'utc' });
  return formattedValueToString(display(value)).replace(' 00:00:00', '');
}

const isNumber = ({ type }: Field) => type === FieldType.number;

/** How a manager calls Grafana's own visualizations. */
const names: Record<string, string> = {
  barchart: 'a bar chart',
  bargauge: 'bars',
  gauge: 'a gauge',
  heatmap: 'a heat map',
  piechart: 'a pie chart',
  stat: 'a figure',
  table: 'a table',
  timeseries: 'a chart over time',
  trend: 'a curve',
};

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({ display: 'flex', flexDirection: 'column', height: '100%' }),
  scroll: css({ flex: 1, minHeight: 0, overflow: 'auto' }),
  empty: css({ color: theme.colors.text.secondary, padding: theme.spacing(4), textAlign: 'center' }),
  table: css({
    borderCollapse: 'collapse',
    fontSize: theme.typography.bodySmall.fontSize,
    fontVariantNumeric: 'tabular-nums',
    width: '100%',
    'th, td': {
      borderBottom: `1px solid ${theme.colors.border.weak}`,
      padding: theme.spacing(0.75, 1),
      textAlign: 'left',
      maxWidth: 200,
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
    th: {
      background: theme.colors.background.primary,
      color: theme.colors.text.secondary,
      fontWeight: theme.typography.fontWeightMedium,
      position: 'sticky',
      top: 0,
    },
  }),
  word: css({ color: theme.colors.warning.text, fontSize: theme.typography.bodySmall.fontSize }),
  number: css({ '&&': { textAlign: 'right' } }),
  note: css({
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    paddingTop: theme.spacing(1),
  }),
  pill: css({
    border: `1px solid ${theme.colors.border.medium}`,
    borderRadius: theme.shape.radius.pill,
    padding: theme.spacing(0.25, 1),
  }),
});
