import React from 'react';

/** A sentence whose words between asterisks are emphasised, so that translators place the emphasis. */
export function Rich({ text, className }: { text: string; className: string }) {
  return (
    <>
      {text.split('*').map((part, i) =>
        i % 2 === 1 ? (
          <span key={i} className={className}>
            {part}
          </span>
        ) : (
          part
        )
      )}
    </>
  );
}
