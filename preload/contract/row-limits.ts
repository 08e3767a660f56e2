/** The most rows that one answer to the window holds; it asks for more. */
export const MAX_ROWS = 200;

/** How many accounts of one consent an overview holds, before more are asked for. */
export const FEW_ROWS = 16;

/** The most characters of one record that are laid out and shown. */
export const MAX_RECORD_LENGTH = 400_000;
