import fc from 'fast-check';
import { estimate } from '../common/measure';
import { careerFrames, contextOf, modelOf } from './fixtures';
import { groupLanes } from './layout';
import { legendSeries } from './legend';
import { entryWidth, fitLegend, LEGEND } from './legendFit';

const twelve = Array.from({ length: 12 }, () => 150);

describe('fitLegend', () => {
  it('shows all entries in as many rows as they need where there is room', () => {
    expect(fitLegend(twelve, 620, 800)).toEqual({ shown: 12, height: 3 * 24 + 8 });
  });

  it('shows one row of a low panel, and room for the button that tells of the others', () => {
    const { shown, height } = fitLegend(twelve, 480, 350);
    expect(height).toBe(24 + 8);
    expect(shown * 150 + LEGEND.more).toBeLessThanOrEqual(480 - 8);
    expect(shown).toBe(2);
  });

  it('leaves nothing out on paper', () => {
    expect(fitLegend(twelve, 480, Infinity)).toEqual({ shown: 12, height: 4 * 24 + 8 });
  });

  it('never takes more than a quarter of the height, or one row, and always shows an entry', () => {
    const widths = fc.array(fc.integer({ min: 40, max: 500 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(widths, fc.integer({ min: 120, max: 1600 }), fc.integer({ min: 160, max: 900 }), (all, w, h) => {
        const { shown, height } = fitLegend(all, w, h);
        expect(height).toBeLessThanOrEqual(Math.max(h / 4, 32));
        expect(shown).toBeGreaterThan(0);
        expect(shown).toBeLessThanOrEqual(all.length);
      })
    );
  });
});

describe('entryWidth', () => {
  it('counts a sign for each shade of an entry', () => {
    const model = modelOf(careerFrames());
    const [tour] = legendSeries(contextOf(model), groupLanes(model, 'auto'));
    const shade = (label: string) => ({ label, color: '#fff' });
    const one = entryWidth(tour, estimate);
    expect(one).toBe(16 + 6 + estimate('Tour', 12) + 16);
    expect(entryWidth({ ...tour, parts: [shade('Tour'), shade('Tour')] }, estimate)).toBe(2 * one - 10);
  });
});
