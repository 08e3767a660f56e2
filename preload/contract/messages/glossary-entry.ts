/** One sentence on a parameter, a header or a member, with the clause that says it. */
export interface GlossaryEntry {
  readonly says: string;
  readonly clause: string;
}

/**
 * Sentences by name, in lower case. A name may say where it stands: `consent/response-body:id` in that step and
 * place, `query:error` in that place, `parties.type` inside `parties`, `type` anywhere.
 */
export type Glossary = Readonly<Record<string, GlossaryEntry>>;

/** One entry of the glossary. */
export const entry = (says: string, clause: string): GlossaryEntry => ({ says, clause });
