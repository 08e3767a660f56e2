import type { BuilderPart } from './builder-part';

interface WireNameProps {
  readonly depth: BuilderPart['depth'];
  readonly name: string;
}

/** How the standard spells it; only developers are shown. */
export function WireName({ depth, name }: WireNameProps) {
  if (depth === 'plain') return null;
  return (
    <>
      {' '}
      <code className="builder-wire-name">{name}</code>
    </>
  );
}
