/** A PostgreSQL 18 of one's own, from npm: real processes on 127.0.0.1, files in one folder. */

export interface PostgresOptions {
  /** Folder for everything of this server (made with mode 0700 when missing): postgres/, postgres.json, logs/. */
  dataDir: string;
  /** false: fsync off and no sync after initdb, for tests and benches that throw the folder away. Default true. */
  durable?: boolean;
  /** Port to take; default: the one of last time when it is free, else any free one. */
  port?: number;
  /** Further postgresql.conf settings. */
  settings?: Record<string, string>;
}

export interface RunningPostgres {
  /** Role encore_app: no owner, no BYPASSRLS. */
  databaseUrl: string;
  /** Role encore_owner: owns the database `encore`; neither superuser nor BYPASSRLS. */
  databaseAdminUrl: string;
  /** Superuser on the database `encore`; tests make further databases with it. */
  superuserUrl: string;
  port: number;
  /** Process id of the postmaster. */
  pid: number;
  /** true when this call made the cluster. */
  created: boolean;
  /** Resolves with the exit code when the server ended, wanted or not. */
  exited: Promise<number>;
  /** Fast shutdown; resolves when the server is gone. */
  stop: () => Promise<void>;
}

/**
 * Makes the cluster when there is none and starts it. It stops by itself when this process ends, even by kill -9;
 * what an earlier kill -9 left behind is cleared first.
 * @throws Error (code LOCK_HELD) when a living process runs a server on this folder
 */
export function startPostgres(options: PostgresOptions): Promise<RunningPostgres>;

/** Addresses of the server that a living process runs on this folder; undefined when there is none. */
export function runningPostgres(
  dataDir: string
): { databaseUrl: string; databaseAdminUrl: string; superuserUrl: string } | undefined;
