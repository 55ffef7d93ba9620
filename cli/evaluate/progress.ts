import { SingleBar } from 'cli-progress'

export interface Progress {
  begin(what: string, total: number): void
  step(): void
  end(): void
}

/** A bar on a terminal; silence anywhere else, so that logs and pipes stay clean. */
export function startProgress(stream: NodeJS.WriteStream): Progress {
  if (!stream.isTTY) return { begin() {}, step() {}, end() {} }
  let bar: SingleBar | undefined
  const end = () => {
    bar?.stop()
    bar = undefined
  }
  return {
    begin(what, total) {
      end()
      bar = new SingleBar({
        stream,
        format: `${what} {bar} {value}/{total}`,
        hideCursor: true,
        clearOnComplete: true,
        barCompleteChar: '█',
        barIncompleteChar: '░',
      })
      bar.start(total, 0)
    },
    step: () => bar?.increment(),
    end,
  }
}
