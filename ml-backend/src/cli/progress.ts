import { SingleBar } from 'cli-progress';

export interface Progress {
  update(done: number, total: number): void;
  end(): void;
}

/** A bar on a terminal, else a line every two seconds, on stderr: stdout belongs to the result. */
export function progressLines(what: string): Progress {
  return process.stderr.isTTY ? bar(what) : lines(what);
}

function bar(what: string): Progress {
  const single = new SingleBar({
    format: `${what} {bar} {percentage}% · {value} of {total}`,
    stream: process.stderr,
    hideCursor: true,
  });
  let started = false;
  return {
    update(done, total) {
      if (started) single.setTotal(total);
      else single.start(total, done);
      started = true;
      single.update(done);
    },
    end: () => single.stop(),
  };
}

function lines(what: string): Progress {
  let last = Date.now();
  return {
    update(done, total) {
      if (Date.now() - last < 2_000) return;
      last = Date.now();
      process.stderr.write(`${what}: ${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')}\n`);
    },
    end: () => undefined,
  };
}

/** One progress display after the other. */
export function stepLines() {
  let current: { step: string; progress: Progress } | undefined;
  const end = () => current?.progress.end();
  return {
    end,
    show(step: string, done: number, total: number) {
      if (current?.step !== step) {
        end();
        current = { step, progress: progressLines(step) };
      }
      current.progress.update(done, total);
    },
  };
}
