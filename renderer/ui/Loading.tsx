import { Status } from './Status';
import { Words } from './words';

/** A word about waiting, only where there is a wait. */
export function Loading() {
  return (
    <Status className="appears-late">
      <Words id="app.loading" />
    </Status>
  );
}
