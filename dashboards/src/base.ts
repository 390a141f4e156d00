import {
  DashboardBuilder,
  DashboardCursorSync,
  DashboardLinkBuilder,
  DashboardLinkType,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { tag } from './ids.ts';

/** What is shown when the dashboard is opened, in Grafana's relative notation. */
export interface OpeningRange {
  from: string;
  to: string;
}

/** A dashboard with what all of ours share: UTC, no refresh, one crosshair, links to the others. */
export function dashboard(uid: string, title: string, description: string, range: OpeningRange): DashboardBuilder {
  return new DashboardBuilder(title)
    .uid(uid)
    .description(description)
    .tags([tag])
    .timezone('utc')
    .refresh('')
    .time(range)
    .tooltip(DashboardCursorSync.Crosshair)
    .editable()
    .link(linksToTheOthers());
}

/**
 * One link a dashboard of the suite; the chosen artist and the time range travel along.
 * The builder's default placement would fold them into a menu, so it is dropped.
 */
function linksToTheOthers() {
  const link = new DashboardLinkBuilder('Encore')
    .type(DashboardLinkType.Dashboards)
    .tags([tag])
    .asDropdown(false)
    .includeVars(true)
    .keepTime(true)
    .targetBlank(false)
    .build();
  return { build: () => ({ ...link, placement: undefined }) };
}
