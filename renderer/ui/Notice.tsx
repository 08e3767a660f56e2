import { CircleCheck, Info, OctagonAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

import './notice.css';

type NoticeKind = 'info' | 'warn' | 'danger' | 'success';

const ICONS = { info: Info, warn: TriangleAlert, danger: OctagonAlert, success: CircleCheck } as const;

interface NoticeProps {
  readonly kind: NoticeKind;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** `still`: it is part of the page and is read in its turn. Else it is read out when it appears. */
  readonly announce?: 'when-it-appears' | 'still';
}

/** Something that the person should know, beside the thing that it is about. */
export function Notice({ kind, title, children, actions, announce = 'when-it-appears' }: NoticeProps) {
  const Icon = ICONS[kind];
  const role = kind === 'danger' ? 'alert' : 'status';
  return (
    <div className={`notice notice-${kind}`} {...(announce === 'still' ? {} : { role })}>
      <Icon size={20} aria-hidden />
      <div className="notice-body">
        {title === undefined ? null : <p className="notice-title">{title}</p>}
        {children}
        {actions === undefined ? null : <div className="notice-actions">{actions}</div>}
      </div>
    </div>
  );
}
