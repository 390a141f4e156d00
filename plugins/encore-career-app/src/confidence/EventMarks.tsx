import React from 'react';

interface SignProps {
  x: number;
  y: number;
  color: string;
  /** planned */
  hollow?: boolean;
}

/** A release: a record with its hole; planned ones are hollow. */
export function Record({ x, y, color, ground, hollow }: SignProps & { ground: string }) {
  return hollow ? (
    <>
      <circle cx={x} cy={y} r={4.75} fill="none" stroke={color} strokeWidth={1.5} />
      <circle cx={x} cy={y} r={1.25} fill={color} />
    </>
  ) : (
    <>
      <circle cx={x} cy={y} r={5.5} fill={color} />
      <circle cx={x} cy={y} r={1.75} fill={ground} />
    </>
  );
}

/** Any other instant. */
export function Diamond({ x, y, color, hollow }: SignProps) {
  return (
    <path
      d={`M${x} ${y - 5.5}L${x + 5.5} ${y}L${x} ${y + 5.5}L${x - 5.5} ${y}Z`}
      fill={hollow ? 'none' : color}
      stroke={color}
      strokeWidth={1.5}
    />
  );
}

/** A span, e.g. a tour; planned ones are dashed. */
export function SpanBar({ x, y, width, color, hollow }: SignProps & { width: number }) {
  return (
    <rect
      x={hollow ? x + 0.5 : x}
      y={y - 6}
      width={Math.max(3, hollow ? width - 1 : width)}
      height={12}
      rx={2}
      fill={color}
      fillOpacity={hollow ? 0.2 : 1}
      stroke={hollow ? color : 'none'}
      strokeDasharray="3 2"
    />
  );
}
