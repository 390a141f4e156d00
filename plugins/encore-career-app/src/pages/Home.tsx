import { css } from '@emotion/css';
import React from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { t, Trans } from '@grafana/i18n';
import { PluginPage } from '@grafana/runtime';
import { Card, LinkButton, LoadingPlaceholder, useStyles2 } from '@grafana/ui';

import { testIds } from '../common/testIds';
import { links, type DashboardUid } from './links';
import { useSetup } from './useSetup';

/** The app's only page: what Encore is, its dashboards, and how the data source is connected. */
export function Home() {
  const styles = useStyles2(getStyles);
  const setup = useSetup();

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
          <Dashboards found={setup.dashboards} />
        </section>
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

function Connect({ admin }: { admin: boolean }) {
  return (
    <div data-testid={testIds.home.connect}>
      <ol>
        <li>{t('home.step-start', 'Start the Encore service; it prints its address.')}</li>
        <li>
          <Trans i18nKey="home.step-key">
            Copy the API key. The first one lies in the file <code>api-key</code> of the service&apos;s data folder.
          </Trans>
        </li>
        <li>{t('home.step-add', 'Add a data source of the type "Encore Career", enter both, then "Save & test".')}</li>
      </ol>
      {admin ? (
        <LinkButton href={links.addDataSource()} icon="plus">
          {t('home.add', 'Add the data source')}
        </LinkButton>
      ) : (
        <p>{t('home.ask-admin', 'Adding a data source needs the Admin role in this organization.')}</p>
      )}
    </div>
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
    ol: { paddingLeft: theme.spacing(3) },
    li: { marginBottom: theme.spacing(1) },
  }),
  list: css({ listStyle: 'none', padding: 0 }),
});
