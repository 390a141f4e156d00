/** Packages without types of their own, and the part of `@grafana/runtime` that only Grafana itself imports. */
declare module 'd3';

declare module '@grafana/runtime/internal' {
  import type { ComponentType } from 'react';
  import type { PanelDataErrorViewProps } from '@grafana/runtime';

  export function setPanelDataErrorView(view: ComponentType<PanelDataErrorViewProps>): void;
}
