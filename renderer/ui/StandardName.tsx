import { useDepth } from './preferences';
import './standard-name.css';

/** How the standard spells what stands before it; only developers are shown. */
export function StandardName({ children }: { readonly children: string }) {
  if (useDepth() === 'plain') return null;
  return (
    <>
      {' '}
      <code className="standard-name">{children}</code>
    </>
  );
}
