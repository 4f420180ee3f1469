interface Tracing {
  /** Missing in engines that do not follow V8. */
  captureStackTrace?: (error: Error, method: unknown) => void;
}

/** Makes an error's stack start at the line that called the method, not inside it. Returns the error. */
export function startStackAt<Thrown>(method: unknown, error: Thrown): Thrown {
  if (error instanceof Error) (Error as Tracing).captureStackTrace?.(error, method);
  return error;
}
