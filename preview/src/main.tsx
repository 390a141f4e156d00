import { createRoot } from 'react-dom/client';
import { startHost } from './host/start.ts';
import { App } from './page/App.tsx';

const root = document.getElementById('root');

startHost().then(
  (site) => root && createRoot(root).render(<App site={site} />),
  (error: Error) => {
    // No theme and no scene yet: plain words in the page's own style.
    root?.replaceChildren(`The preview could not start: ${error.message}`);
  }
);
