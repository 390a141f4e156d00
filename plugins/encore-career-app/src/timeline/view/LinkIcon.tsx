import { type LinkModel } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import React from 'react';
import { getListStyles } from './listStyles';

/** A data link as a sign, for rows without room for its words. */
export function LinkIcon({ link, about }: { link: LinkModel; about: string }) {
  const styles = useStyles2(getListStyles);
  return (
    <a
      className={styles.link}
      href={link.href}
      target={link.target}
      rel="noreferrer"
      title={link.title}
      aria-label={`${link.title}: ${about}`}
      onClick={link.onClick ? (e) => link.onClick?.(e) : undefined}
    >
      <Icon name={link.target === '_blank' ? 'external-link-alt' : 'link'} size="sm" />
    </a>
  );
}
