import { describeInBrowser, eventually } from './harness.ts';

/** The panels below the forecast, by their questions; Grafana draws them, here their figures stand in. */
const questions = [
  'Where does the money come from?',
  'What can be planned with, month by month?',
  'Could the next 12 months end in a loss?',
  'Which months could lose money?',
  'Which goals are at risk?',
  'When will round numbers and goals be passed?',
  'Where do the next three years lead?',
  'Is the forecast better than repeating last year?',
  'How good were earlier forecasts?',
  'What is the forecast made of?',
  'What should be kept in mind?',
];

describeInBrowser('the forecast’s panels', (use) => {
  it.each([1280, 400])('answer every question at %d px, dark and light', async (width) => {
    for (const theme of ['dark', 'light'] as const) {
      const { page, problems } = await use.dashboard('forecast', { width, theme });
      for (const question of questions) {
        const panel = page.getByTestId(`data-testid Panel header ${question}`);
        await panel.scrollIntoViewIfNeeded();
        await eventually(async () => expect(await panel.locator('tbody tr').count()).toBeGreaterThan(0), 30_000);
        expect(await panel.getByText('undefined').or(panel.getByText('NaN')).count()).toBe(0);
      }
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      expect(problems).toEqual([]);
    }
  });
});
