interface MarkProps {
  /** Pixels. */
  readonly size: number;
}

/** The mark: two strokes that cross like two signatures on one line. An ornament, so it has no name. */
export function Mark({ size }: MarkProps) {
  return (
    <svg className="mark" width={size} height={size} viewBox="0 0 64 64" fill="none" aria-hidden>
      <path d="M8 52h48" stroke="var(--control-line)" strokeWidth="2" strokeLinecap="round" />
      <path
        d="M7 34C19 34 21 10 31 10c9 0 1 30 11 30 6 0 8-9 15-11"
        stroke="var(--ink)"
        strokeWidth="5"
        strokeLinecap="round"
      />
      <path
        d="M7 19c9 0 12 22 22 22 12 0 11-25 28-25"
        stroke="var(--accent)"
        strokeWidth="5"
        strokeLinecap="round"
      />
    </svg>
  );
}
