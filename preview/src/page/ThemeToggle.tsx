import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { ThemeChoice } from './themeChoice.ts';

interface Props {
  theme: ThemeChoice;
  onTheme: (theme: ThemeChoice) => void;
}

/** Switches between dark and light. */
export function ThemeToggle({ theme, onTheme }: Props) {
  const styles = useStyles2(getStyles);
  const other = theme === 'dark' ? 'light' : 'dark';
  return (
    <button
      type="button"
      className={styles.button}
      aria-label={`Use the ${other} theme`}
      onClick={() => onTheme(other)}
    >
      <svg viewBox="0 0 24 24" width={18} height={18} aria-hidden>
        {other === 'light' ? (
          <g fill="none" stroke="currentColor" strokeWidth={2} strokeLinecap="round">
            <circle cx={12} cy={12} r={4} />
            <path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M5.6 18.4 7 17M17 7l1.4-1.4" />
          </g>
        ) : (
          <path fill="currentColor" d="M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5Z" />
        )}
      </svg>
      <span className={styles.text}>{other === 'light' ? 'Light' : 'Dark'}</span>
    </button>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  button: css({
    alignItems: 'center',
    background: 'none',
    border: `1px solid ${theme.colors.border.medium}`,
    borderRadius: theme.shape.radius.default,
    color: theme.colors.text.secondary,
    display: 'flex',
    gap: theme.spacing(0.75),
    height: 32,
    minWidth: 32,
    justifyContent: 'center',
    padding: theme.spacing(0, 1),
    '&:hover': { background: theme.colors.action.hover, color: theme.colors.text.primary },
  }),
  text: css({ [theme.breakpoints.down('sm')]: { display: 'none' } }),
});
