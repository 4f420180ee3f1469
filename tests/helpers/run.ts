import { type ChildProcess, spawn } from "node:child_process";

/** The result of a process. */
export interface Ran {
  /** Null when a signal ended the process. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A running process. */
export interface Started {
  readonly child: ChildProcess;
  /** Rejects with the output when the process does not end in time. */
  readonly ended: Promise<Ran>;
}

interface RunOptions {
  readonly cwd: string;
  /** Variables in addition to PATH, HOME and the compile cache. The process gets none of those of the test runner. */
  readonly env?: Readonly<Record<string, string>>;
  /** The maximum time in milliseconds. */
  readonly timeout?: number;
}

/** Runs a command without a terminal until it ends. Rejects with the output when it does not end in time. */
export function run(command: string, args: readonly string[], options: RunOptions): Promise<Ran> {
  return start(command, args, options).ended;
}

/** Starts a command, for tests that use it while it runs. */
export function start(command: string, args: readonly string[], { cwd, env, timeout = 300_000 }: RunOptions): Started {
  const { PATH, HOME, NODE_COMPILE_CACHE } = process.env;
  const child = spawn(command, args, {
    cwd,
    env: { PATH, HOME, NODE_COMPILE_CACHE, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [out, err] = [collect(child.stdout), collect(child.stderr)];
  const ended = new Promise<Ran>((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      const line = [command, ...args].join(" ");
      reject(new Error(`Killed after ${timeout} ms: ${line}\n\n${out()}\n${err()}`));
    }, timeout);
    child.on("error", (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve({ code, out: out(), err: err() });
    });
  });
  return { child, ended };
}

function collect(stream: NodeJS.ReadableStream): () => string {
  const chunks: string[] = [];
  stream.setEncoding("utf8").on("data", (chunk: string) => chunks.push(chunk));
  return () => chunks.join("");
}
