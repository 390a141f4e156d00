import type { Logger } from 'pino';

/**
 * Runs `close` once on SIGTERM, SIGINT, or when the parent's pipe closes (ENCORE_PARENT_PIPE=1: stdin belongs to a
 * supervisor, and its end means that the supervisor is gone, even by SIGKILL). Ends the process afterwards.
 */
export function closeWithParent(close: () => Promise<void>, logger: Logger, graceMs = 10_000): void {
  let closing = false;
  const shut = async (reason: string, exitCode = 0) => {
    if (closing) return;
    closing = true;
    logger.info({ reason }, 'closing');
    const late = setTimeout(() => process.exit(1), graceMs);
    try {
      await close();
    } catch (error) {
      logger.error({ err: error }, 'closing failed');
      exitCode = 1;
    }
    clearTimeout(late);
    process.exit(exitCode);
  };
  process.once('SIGTERM', () => void shut('SIGTERM'));
  process.once('SIGINT', () => void shut('SIGINT'));
  process.once('uncaughtException', (error) => {
    logger.fatal({ err: error }, 'uncaught exception');
    void shut('uncaught exception', 1);
  });
  if (process.env.ENCORE_PARENT_PIPE === '1') {
    process.stdin.resume();
    process.stdin.once('end', () => void shut('parent ended'));
    process.stdin.once('error', () => void shut('parent ended'));
  }
}
