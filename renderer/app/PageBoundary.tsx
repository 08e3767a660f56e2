import { Component, type ReactNode } from 'react';

import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { Words } from '../ui/words';

interface PageBoundaryProps {
  readonly children: ReactNode;
}

/** Catches a fault of a page, so that the rest of the window goes on working. */
export class PageBoundary extends Component<PageBoundaryProps, { readonly hasFault: boolean }> {
  override state = { hasFault: false };

  static getDerivedStateFromError() {
    return { hasFault: true };
  }

  override render() {
    if (!this.state.hasFault) return this.props.children;
    const open = () => this.setState({ hasFault: false });
    return (
      <Notice
        kind="danger"
        title={<Words id="app.crashed" />}
        actions={
          <Button onPress={open}>
            <Words id="app.crashed.reload" />
          </Button>
        }
      />
    );
  }
}
