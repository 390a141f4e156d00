import { withTenant } from '../store/connection.ts';
import { listTenants } from '../store/tenants.ts';
import { countUploads } from '../store/uploads.ts';
import { defineJob } from './job.ts';

/** Parts of uploads that nobody finished: up to 1 GB each. */
export const expireUploads = defineJob({
  name: 'uploads.expire',
  says: 'Removes the uploads that were not finished within a day.',
  every: '40 * * * *',
  atStart: true,
  timeoutSeconds: 300,
  async run({ db, owner, logger }) {
    for (const { tenantId } of await listTenants(owner)) {
      // Counting removes what has expired.
      const open = await withTenant(db, tenantId, countUploads);
      if (open > 0) logger.info({ tenantId, open }, 'uploads wait for parts');
    }
  },
});
