/** Which field is pointed at, in the drawing and in the table at once. */
import { useState } from 'react';

export interface FieldFocus {
  /** The index of a field; null when none is pointed at. */
  readonly active: number | null;
  readonly point: (index: number | null) => void;
}

export function useFieldFocus(): FieldFocus {
  const [active, setActive] = useState<number | null>(null);
  return { active, point: setActive };
}
