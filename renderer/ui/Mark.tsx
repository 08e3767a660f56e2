interface MarkProps {
  /** Pixels. */
  readonly size: number;
}

/** The mark: two strokes that cross like two signatures on one line. An ornament, so it has no name. The application's icon (build/icon.svg) is drawn with the same paths. */
export function Mark({ size }: MarkProps) {
  return (
    <svg className="mark" width={size} height={size} viewBox="0 0 64 64" fill="none" aria-hidden>
      <path d="M7 57h50" stroke="var(--control-line)" strokeWidth="2" strokeLinecap="round" />
      <path
        d="M8 12C19 8 25 19 31 29S45 49 56 45"
        stroke="var(--accent)"
        strokeWidth="6"
        strokeLinecap="round"
      />
      <path
        d="M8 45C19 49 26 39 32 29S45 8 56 12"
        stroke="var(--ink)"
        strokeWidth="6"
        strokeLinecap="round"
      />
    </svg>
  );
}
