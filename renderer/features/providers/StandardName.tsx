import { useDepth } from '../../ui/preferences';

/** How the standard spells a choice; only developers are shown. */
export function StandardName({ children }: { readonly children: string }) {
  return useDepth() === 'developer' ? <span className="standard-name mono">{children}</span> : null;
}
