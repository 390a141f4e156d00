import { css } from '@emotion/css';
import React from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { PluginPage } from '@grafana/runtime';
import { Card, LinkButton, LoadingPlaceholder, useStyles2 } from '@grafana/ui';

import { testIds } from '../common/testIds';
import { Connect } from './Connect';
import { links, type DashboardUid } from './links';
import { setupOf, useDashboards } from './setup';

/** What Encore is, its dashboards, where files come in, and how the data source is connected. */
export function Home() {
  const styles = useStyles2(getStyles);
  const setup = setupOf();
  const dashboards = useDashboards();

  return (
    <PluginPage
      subTitle={t(
        'home.subtitle',
        "A musician's career on one screen: what happened, what is likely next, how sure that is."
      )}
    >
      <div className={styles.page} data-testid={testIds.home.page}>
        <section>
          <h2>{t('home.dashboards', 'Dashboards')}</h2>
          <Dashboards found={dashboards} />
        </section>
        {setup.dataSources.length > 0 && (
          <section>
            <h2>{t('home.imports', 'Imports')}</h2>
            <Card href={links.imports()} noMargin data-testid={testIds.home.imports}>
              <Card.Heading>{t('home.imports-heading', 'Import files')}</Card.Heading>
              <Card.Description>
                {t('home.imports-says', 'Statements, shows and audiences from the files that others export for you.')}
              </Card.Description>
            </Card>
          </section>
        )}
        <section>
          <h2>{t('home.data-source', 'Data source')}</h2>
          {setup.dataSources.map(({ uid, name }) => (
            <p key={uid}>
              <strong>{name}</strong> {t('home.connected', 'is connected.')}{' '}
              {setup.admin && (
                <LinkButton href={links.dataSource(uid)} size="sm" variant="secondary" icon="cog">
                  {t('home.settings', 'Settings')}
                </LinkButton>
              )}
            </p>
          ))}
          {setup.dataSources.length === 0 && <Connect admin={setup.admin} />}
        </section>
      </div>
    </PluginPage>
  );
}

function Dashboards({ found }: { found?: DashboardUid[] }) {
  const styles = useStyles2(getStyles);
  if (!found) {
    return <LoadingPlaceholder text={t('home.looking', 'Looking for the dashboards…')} />;
  }
  if (found.length === 0) {
    return (
      <p>
        {t(
          'home.no-dashboards',
          "There is no Encore dashboard that you may open. They come with Encore's provisioning folder; ask the administrator of this Grafana to load it."
        )}
      </p>
    );
  }
  return (
    <ul className={styles.list}>
      {found.map((uid) => (
        <li key={uid} data-testid={testIds.home.dashboard(uid)}>
          <Card href={links.dashboard(uid)} noMargin>
            <Card.Heading>{heading(uid)}</Card.Heading>
            <Card.Description>{description(uid)}</Card.Description>
          </Card>
        </li>
      ))}
    </ul>
  );
}

function heading(uid: DashboardUid): string {
  return uid === 'encore-career-timeline'
    ? t('home.timeline', 'Career timeline')
    : t('home.forecast', 'Revenue forecast');
}

function description(uid: DashboardUid): string {
  return uid === 'encore-career-timeline'
    ? t('home.timeline-says', 'Stages, tours, shows, releases and goals, with what is booked ahead.')
    : t('home.forecast-says', 'What came in, what is expected, and the band that it should stay in.');
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(4),
    maxWidth: theme.breakpoints.values.md,
    li: { marginBottom: theme.spacing(1) },
  }),
  list: css({ listStyle: 'none', padding: 0 }),
});
