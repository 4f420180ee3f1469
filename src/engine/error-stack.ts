interface Tracing {
  /** Of V8 and those who follow it. */
  captureStackTrace?: (error: Error, method: unknown) => void;
}

/** Has an error's stack begin at the line that called the method, not inside of it. Returns the error. */
export function startStackAt<Thrown>(method: unknown, error: Thrown): Thrown {
  if (error instanceof Error) (Error as Tracing).captureStackTrace?.(error, method);
  return error;
}
