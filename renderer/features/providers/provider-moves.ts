/** Where the page of a provider leads. */
export interface ProviderMoves {
  readonly onConnect: (providerId: string) => void;
  readonly onEdit: (providerId: string) => void;
  readonly onDuplicated: (providerId: string) => void;
  readonly onDeleted: () => void;
}
