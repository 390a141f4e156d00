import './.config/jest-setup';

// jsdom has no canvas: selects measure their choices with one, and 7 pixels a character is near enough.
HTMLCanvasElement.prototype.getContext = () => ({ measureText: (text) => ({ width: text.length * 7 }) });

// i18next's advertisement, once in every test file.
globalThis.__i18next_supportNoticeShown = true;

// jsdom's files can be read by a FileReader only.
Blob.prototype.arrayBuffer = function () {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.onerror = () => reject(reader.error);
    reader.readAsArrayBuffer(this);
  });
};
