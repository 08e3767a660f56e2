import { Fragment } from 'react';

/** The name of a field, which breaks, where it must, between its parts. */
export function FieldPath({ name }: { readonly name: string }) {
  const [first = '', ...rest] = name.split(/(?<=_)|(?=\.)/);
  return (
    <>
      {first}
      {rest.map((part, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a name's parts have their places and nothing else
        <Fragment key={index}>
          <wbr />
          {part}
        </Fragment>
      ))}
    </>
  );
}
