const mostNames = 10_000;

/** Things of which a file has rows that cannot be used: of those it does not tell everything. */
export class Unread {
  readonly names = new Set<string>();
  /** Rows were rejected that do not tell what they are of, or too many to remember. */
  nameless = false;

  add(name: string | undefined): void {
    if (name) this.names.add(name);
    this.nameless ||= !name || this.names.size > mostNames;
  }
}
