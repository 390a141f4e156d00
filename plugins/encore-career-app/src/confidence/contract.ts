import { eventRoles } from './events';
import { roles } from './roles';

/** The roles table as Markdown; the README holds exactly this. */
export function rolesMarkdown(): string {
  const rows = roles.map(({ key, type, names, patterns, required, says }) => {
    const code = (name: string) => (name.startsWith('any ') || name.startsWith('the ') ? name : `\`${name}\``);
    return [key, type, required ? 'yes' : 'no', [...names, ...patterns].map(code).join(', '), says];
  });
  return table(['role', 'type', 'needed', 'found by', 'meaning'], rows);
}

/** The columns of an events frame as Markdown. */
export function eventsMarkdown(): string {
  const rows = Object.entries(eventRoles).map(([key, { type, names, says }]) => {
    return [key, type, key === 'title' ? 'yes' : 'no', names.map((name) => `\`${name}\``).join(', '), says];
  });
  const time = ['time', 'time', 'yes', 'as above', 'when it starts or happens'];
  return table(['role', 'type', 'needed', 'found by', 'meaning'], [time, ...rows]);
}

function table(head: string[], rows: string[][]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
