import { Button } from '@grafana/ui';
import React from 'react';

interface Props {
  label: string;
  unfolded: boolean;
  onChange: (unfolded: boolean) => void;
}

/** Unfolds what is seldom needed, below itself. */
export function UnfoldButton({ label, unfolded, onChange }: Props) {
  return (
    <Button
      variant="secondary"
      fill="text"
      size="sm"
      icon={unfolded ? 'angle-down' : 'angle-right'}
      aria-expanded={unfolded}
      onClick={() => onChange(!unfolded)}
    >
      {label}
    </Button>
  );
}
