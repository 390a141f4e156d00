import { defaultOptions } from './types';

/** Px that the column with the lanes' names may take. */
export const GUTTER = { least: 64, most: 400, usual: defaultOptions.labelWidth, step: 8 };
/** Narrower panels name the lanes above their marks. */
export const PHONE = 480;

/** The column's width in a panel: as chosen, but the marks keep three fifths; 0 in a narrow panel. */
export function gutterWidth(chosen: number | undefined, panel: number): number {
  if (panel < PHONE) {
    return 0;
  }
  const most = Math.min(GUTTER.most, Math.floor(panel * 0.4));
  const wanted = Number.isFinite(chosen) ? Number(chosen) : GUTTER.usual;
  return Math.min(Math.max(Math.round(wanted), GUTTER.least), most);
}
