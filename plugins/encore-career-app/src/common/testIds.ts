/** Ids of the app and the data source that unit and browser tests share; each panel keeps its own beside it. */
export const testIds = {
  home: {
    page: 'data-testid encore home',
    dashboard: (uid: string) => `data-testid encore home dashboard ${uid}`,
    connect: 'data-testid encore home connect',
    imports: 'data-testid encore home imports',
  },
  imports: {
    page: 'data-testid encore imports page',
    file: 'data-testid encore imports file',
    format: 'data-testid encore imports format',
    artist: 'data-testid encore imports artist',
    tryOut: 'data-testid encore imports try out',
    start: 'data-testid encore imports start',
    cancel: 'data-testid encore imports cancel',
    progress: 'data-testid encore imports progress',
    outcome: 'data-testid encore imports outcome',
    count: (key: string) => `data-testid encore imports count ${key}`,
    rejected: 'data-testid encore imports rejected',
    history: 'data-testid encore imports history',
  },
  config: {
    url: 'data-testid encore config url',
    apiKey: 'data-testid encore config api key',
    timeout: 'data-testid encore config timeout',
  },
  query: {
    type: 'data-testid encore query type',
    format: 'data-testid encore query format',
    help: 'data-testid encore query help',
    param: (name: string) => `data-testid encore query param ${name}`,
  },
  variable: {
    kind: 'data-testid encore variable kind',
    artists: 'data-testid encore variable artists',
    search: 'data-testid encore variable search',
  },
  annotation: {
    editor: 'data-testid encore annotation editor',
  },
};
