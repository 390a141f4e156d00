import { css } from '@emotion/css';
import { getThemeById, ThemeContext, type GrafanaTheme2 } from '@grafana/data';
import { config, locationService, LocationServiceProvider } from '@grafana/runtime';
import { GlobalStyles, PortalContainer, useStyles2 } from '@grafana/ui';
import { useLayoutEffect, useState } from 'react';
import { Navigate, Route, Router, Routes, useParams, type Location, type Navigator } from 'react-router-dom';
import type { Site } from '../host/site.ts';
import { DashboardPage } from './DashboardPage.tsx';
import { Footer } from './Footer.tsx';
import { loadChoice, saveChoice, type ThemeChoice } from './themeChoice.ts';
import { TopBar } from './TopBar.tsx';

/** The whole preview: theme, address and the page that it names. */
export function App({ site }: { site: Site }) {
  const history = locationService.getHistory() as unknown as History;
  const [location, setLocation] = useState(history.location);
  useLayoutEffect(() => history.listen(setLocation), [history]);
  const [theme, setTheme] = useTheme();
  const [first] = site.dashboards;
  const page = <Page site={site} theme={theme} onTheme={setTheme} />;
  return (
    <ThemeContext.Provider value={getThemeById(theme)}>
      <GlobalStyles />
      <LocationServiceProvider service={locationService}>
        <Router navigator={history} location={location}>
          <Routes>
            <Route path="/d/:uid/*" element={page} />
            <Route path="*" element={first ? <Navigate to={`/d/${first.uid}${location.search}`} replace /> : page} />
          </Routes>
        </Router>
      </LocationServiceProvider>
      <PortalContainer />
    </ThemeContext.Provider>
  );
}

/** Grafana's history, whose own types are not among its packages. */
interface History extends Navigator {
  location: Location;
  listen(follow: (location: Location) => void): () => void;
}

interface PageProps {
  site: Site;
  theme: ThemeChoice;
  onTheme: (theme: ThemeChoice) => void;
}

function Page({ site, theme, onTheme }: PageProps) {
  const styles = useStyles2(getStyles);
  const { uid } = useParams();
  return (
    <div className={styles.page}>
      <TopBar site={site} current={uid} theme={theme} onTheme={onTheme} />
      {uid && <DashboardPage key={`${uid} ${theme}`} uid={uid} />}
      <Footer />
    </div>
  );
}

/** Panels read the theme from Grafana's configuration too, so both change together. */
function useTheme(): [ThemeChoice, (choice: ThemeChoice) => void] {
  const [theme, setTheme] = useState(loadChoice);
  const choose = (choice: ThemeChoice) => {
    config.theme2 = getThemeById(choice);
    config.theme = config.theme2.v1;
    saveChoice(choice);
    setTheme(choice);
  };
  return [theme, choose];
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ background: theme.colors.background.canvas, minHeight: '100vh' }),
});
