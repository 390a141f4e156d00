import { screen } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';

class Nothing {
  observe() {}
  unobserve() {}
  disconnect() {}
}

/** A list shows only the rows that fit its height, and jsdom gives everything none. */
export function givePageASize(): void {
  for (const side of ['clientWidth', 'clientHeight']) {
    Object.defineProperty(Element.prototype, side, { configurable: true, value: 400 });
  }
  window.IntersectionObserver = Nothing as unknown as typeof IntersectionObserver;
}

/** Opens a select and takes the choice with that text. */
export async function chooseIn(user: UserEvent, label: string | RegExp, choice: string | RegExp): Promise<void> {
  await user.click(screen.getByLabelText(label, { selector: 'input' }));
  await user.click(await screen.findByRole('option', { name: choice }));
}
