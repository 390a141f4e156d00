import './.config/jest-setup';

// jsdom has no canvas: selects measure their choices with one, and 7 pixels a character is near enough.
HTMLCanvasElement.prototype.getContext = () => ({ measureText: (text) => ({ width: text.length * 7 }) });

// i18next's advertisement, once in every test file.
globalThis.__i18next_supportNoticeShown = true;
