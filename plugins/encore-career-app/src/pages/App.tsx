import React from 'react';
import { useLocation } from 'react-router-dom';

import { Home } from './Home';
import { ImportsPage } from './imports/ImportsPage';
import { importsPage } from './links';

/** The page that the address names. */
export function App() {
  const { pathname } = useLocation();
  return pathname.replace(/\/+$/, '').endsWith(`/${importsPage}`) ? <ImportsPage /> : <Home />;
}
