import { artists, choose, dashboards, describeInBrowser, eventually, inAddress } from './harness.ts';

describeInBrowser('a dashboard', (use) => {
  it('starts with the first artist of the list', async () => {
    const [first] = await artists();
    const { page, panel } = await use.dashboard('timeline');
    await panel.getByText(first!.text).first().waitFor();
    expect(inAddress(page, 'var-artist')).toBe(first!.value);
  });

  it('draws another picture for another artist', async () => {
    const [first, second] = await artists();
    const { page, panel, problems } = await use.dashboard('timeline');
    const table = page.getByTestId('timeline table');
    const before = await table.textContent();
    await choose(page, 'Artist', second!.text);
    await panel.getByText(second!.text).first().waitFor();
    expect(await panel.getByText(first!.text).count()).toBe(0);
    expect(await table.textContent()).not.toBe(before);
    expect(problems).toEqual([]);
  });

  it('forecasts another figure when one is chosen', async () => {
    const { page, panel, problems } = await use.dashboard('forecast');
    const table = page.getByTestId('data-testid confidence table');
    const revenue = await table.textContent();
    await choose(page, 'Figure', 'Streams');
    await eventually(async () => expect(await table.textContent()).not.toBe(revenue));
    expect(await panel.getByTestId('data-testid confidence expected').count()).toBe(1);
    expect(problems).toEqual([]);
  });

  it('keeps artist and time on the way to the other dashboard and back', async () => {
    const [, second] = await artists();
    const { page } = await use.dashboard('timeline');
    await choose(page, 'Artist', second!.text);
    await page.getByRole('link', { name: dashboards.forecast.tab }).click();
    await page.getByTestId(dashboards.forecast.panel).waitFor();
    expect(page.url()).toContain(dashboards.forecast.uid);
    expect(inAddress(page, 'var-artist')).toBe(second!.value);
    expect(inAddress(page, 'from')).toBe('now-10y');
    expect(await page.getByText(second!.text).first().isVisible()).toBe(true);

    await page.goBack();
    await page.getByTestId(dashboards.timeline.panel).getByText(second!.text).first().waitFor();
  });

  it('shows from its address what somebody else has sent', async () => {
    const [, second] = await artists();
    const { page, panel } = await use.dashboard('timeline');
    const address = new URL(page.url());
    address.searchParams.set('var-artist', second!.value);
    await page.goto(address.href);
    await panel.getByText(second!.text).first().waitFor();
  });

  it('offers Grafana’s time picker', async () => {
    const { page } = await use.dashboard('forecast');
    await page.getByTestId('data-testid TimePicker Open Button').click();
    await page.getByText('Last 6 months').click();
    await page.waitForURL(/from=now-6M/);
    expect(inAddress(page, 'to')).toBe('now');
  });
});
