import { normal, uniform } from '../random.ts';
import { showEstimates } from './shows.ts';
import type { TicketedShow } from './shows.ts';

const day = 86_400_000;

/** Shows whose heads answer to price and promotion, with prices that follow a level of their own. */
function shows(count: number, elasticity: number, promotion: number): TicketedShow[] {
  const next = normal(11);
  const chance = uniform(12);
  return Array.from({ length: count }, (_, i) => {
    const price = 20 * Math.exp(0.2 * next());
    const promoted = i > count / 3 && chance() < 0.5;
    const room = 150 * Math.exp(0.4 * next());
    const answer = elasticity * Math.log(price / 20) + (promoted ? promotion : 0) + 0.9 * Math.log(room / 150);
    return {
      time: Date.UTC(2018, 0, 1) + i * 9 * day,
      city: `city ${i % 7}`,
      place: i % 2 ? 'home' : 'country',
      capacity: room,
      price,
      currency: 'USD',
      tour: i % 5 === 0,
      promoted,
      listeners: 3000,
      outcome: 60 * Math.exp(answer + 0.35 * next() - 0.06),
    };
  });
}

describe('what price and promotion do to a show', () => {
  it('is found with its error', () => {
    const { price, promotion } = showEstimates(shows(300, -1.1, 0.2));
    expect(Math.abs(price!.value + 1.1)).toBeLessThan(2.5 * price!.error);
    expect(Math.abs(promotion!.value - 0.2)).toBeLessThan(2.5 * promotion!.error);
    expect(price!.error).toBeLessThan(0.2);
    expect(price!.n).toBe(300);
  });

  it('is surer after more shows', () => {
    const [few, many] = [showEstimates(shows(80, -0.8, 0.1)), showEstimates(shows(400, -0.8, 0.1))];
    expect(many.price!.error).toBeLessThan(few.price!.error);
  });

  it('stays unknown after too few shows, where no price ever changed, and where nothing was promoted', () => {
    expect(showEstimates(shows(15, -1, 0.1)).price).toBeUndefined();
    expect(showEstimates([]).price).toBeUndefined();
    const flat = shows(200, -1, 0).map((show) => ({ ...show, price: 15, promoted: false }));
    expect(showEstimates(flat)).toEqual({ price: undefined, promotion: undefined });
  });
});
