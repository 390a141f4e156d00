/** Ends what setup.js started. */
export default async function teardown() {
  await Promise.all((globalThis.encoreBrowserBackends ?? []).map((backend) => backend.stop()));
}
