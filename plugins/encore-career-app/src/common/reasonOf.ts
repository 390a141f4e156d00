/** The sentence in a failed fetch of Grafana's, or in an ordinary error. */
export function reasonOf(error: unknown): string {
  const failed = error as { data?: { message?: string }; message?: string; statusText?: string };
  return failed?.data?.message || failed?.message || failed?.statusText || String(error);
}
